import type { Words } from './changeSchema.ts';

/** What the changes of one decision have in common. */
export interface DecisionPlace {
  readonly file: string;
  readonly id: string;
  readonly name: Words;
}
