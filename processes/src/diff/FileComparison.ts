import type { Change } from './changeSchema.ts';

/** What comparing one file gave. */
export interface FileComparison {
  readonly changes: readonly Change[];
  /**
   * Whether both texts say the same, found independently of `changes`: a difference is then formatting only. Asked
   * only when there are no changes.
   */
  readonly sameContent: () => boolean;
}
