import type { Words } from '@onewindow/processes/diff';

export type Choice = 'mine' | 'theirs';

/** The same property of the same part was changed in both works, or one took away what the other changed. */
export interface PartConflict {
  /** What tells this conflict from the others: the same for the same three texts. */
  readonly key: string;
  /** The part and the property, in words. */
  readonly name: Words;
  /** What both say; null: deleted. */
  readonly mine: Words | null;
  readonly theirs: Words | null;
}

/** Two works on one file brought together by its parts. */
export interface FileMerge {
  readonly conflicts: readonly PartConflict[];
  /** What is taken over from theirs without a question, in words. */
  readonly taken: readonly Words[];
  /** My text with theirs written in, and of the conflicts what was chosen; mine where nothing is chosen. */
  write(choices: ReadonlyMap<string, Choice>): string;
}
