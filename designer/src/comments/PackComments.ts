/** One thing said. Plain text: never to be read as markup. */
export interface PackMessage {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What designers say to each other about an element; `element` is a BPMN id, '' the pack as a whole. */
export interface PackThread {
  readonly id: string;
  readonly element: string;
  /** How the element was called when the thread began. */
  readonly elementName: string;
  readonly state: 'open' | 'resolved';
  readonly resolvedBy: string | null;
  /** Oldest first. */
  readonly messages: readonly PackMessage[];
}

/** The comments on a pack, and what can be done with them; each call rejects when it did not come through. */
export interface PackComments {
  readonly threads: readonly PackThread[];
  /** What stands after the `@` of those who may be mentioned. */
  readonly names: readonly string[];
  /** The comments were opened: whoever was mentioned in them has seen it. */
  readonly read: () => Promise<unknown>;
  readonly begin: (about: { element: string; elementName: string; text: string }) => Promise<unknown>;
  readonly answer: (thread: string, text: string) => Promise<unknown>;
  readonly settle: (thread: string, resolved: boolean) => Promise<unknown>;
}
