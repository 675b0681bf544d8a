/** A part of a file that all works tell by the same key: a field of a form, a row or column of a decision table. */
export interface Part {
  readonly key: string;
  /** Key of the part that holds it, a blank, and where in it; '' for what holds everything. */
  readonly holder: string;
  /** Everything that it says itself, by the name of the property; compared as JSON. */
  readonly says: Readonly<Record<string, unknown>>;
}

/** By key, in the order of the file. */
export type Parts = ReadonlyMap<string, Part>;

/** The work that both began from, mine, and theirs. */
export interface PartsWork {
  readonly base: Parts;
  readonly mine: Parts;
  readonly theirs: Parts;
}

/** What a difference is about. */
export type Aspect =
  | { readonly kind: 'presence' | 'both' | 'place' }
  | { readonly kind: 'property'; readonly name: string }
  /** The order of what stands at a place; `part` is the key of what holds it. */
  | { readonly kind: 'order'; readonly at: string };

export interface PartsConflict {
  /** What tells this conflict from the others. */
  readonly key: string;
  readonly part: string;
  readonly aspect: Aspect;
}

export interface PartsTaken {
  readonly part: string;
  readonly aspect: Aspect | { readonly kind: 'new' | 'gone' };
}

export interface MergedParts {
  readonly parts: Parts;
  readonly conflicts: readonly PartsConflict[];
  readonly taken: readonly PartsTaken[];
}

/** The part of a holder's name that is a key. */
export function keyOfHolder(holder: string): string {
  return holder.slice(0, Math.max(0, holder.lastIndexOf(' ')));
}

export function sameSaid(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
