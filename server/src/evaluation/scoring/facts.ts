/** What a fact is, and where a reader finds it. */
export const factKinds = ['case', 'task', 'finding', 'card', 'order', 'rating', 'report', 'file'] as const;
export type FactKind = (typeof factKinds)[number];

/** One thing that a figure counts. Frozen with a published evaluation. */
export interface Fact {
  /** Tells it apart from the others of its figure. */
  key: string;
  kind: FactKind;
  /** Of the case, finding, order or card. */
  id: string;
  /** Number that people know it by. */
  no: string;
  /** When it came to count. */
  at: Date;
  /** For `share`. */
  good?: boolean;
  /** For `ratio`: what it adds above and below the line. */
  n?: number;
  of?: number;
  /** For `deduct`: which of the parameters it costs. */
  cls?: string;
}

/** Facts of one subject by indicator. */
export type FactSet = Record<string, Fact[]>;

/** The facts with what appeals have changed of them. */
export function adjusted(
  facts: readonly Fact[],
  changes: readonly { key: string; effect: 'exclude' | 'good' }[],
): Fact[] {
  const effects = new Map(changes.map(({ key, effect }) => [key, effect]));
  return facts
    .filter(({ key }) => effects.get(key) !== 'exclude')
    .map((fact) => (effects.get(fact.key) === 'good' ? { ...fact, good: true } : fact));
}
