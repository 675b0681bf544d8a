import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';

/** One thing said in a thread. Plain text: never to be read as markup. */
export interface PackMessage {
  id: string;
  text: string;
  by: { id: string; name: string };
  at: Date;
}

/**
 * What designers say to each other about an element of a pack. It belongs to the pack, not to a version or to the BPMN
 * file: the element is found again by its id, and a thread outlives its element.
 */
export interface PackThreadDocument extends BaseDocument {
  packCode: string;
  /** Id of the element of the process; '' is the pack as a whole. */
  element: string;
  /** How the element was called when the thread began. */
  elementName: string;
  state: 'open' | 'resolved';
  /** Oldest first; the first began the thread. */
  messages: PackMessage[];
  at: Date;
  resolvedBy?: string;
  resolvedAt?: Date;
  version: number;
}

export const packThreadSchema = documentSchema<PackThreadDocument>('packThreads', {
  packCode: text,
  element: { type: String, default: '' },
  elementName: { type: String, default: '' },
  state: text,
  messages: nested,
  at: instant,
  resolvedBy: optionalText,
  resolvedAt: optionalInstant,
  version: count,
});
packThreadSchema.index({ tenant: 1, packCode: 1, at: 1 });
