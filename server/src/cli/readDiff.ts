import { type PackDiff, packDiffSchema } from '@onewindow/processes';

/** The difference in an answer of the server, which says more around it; null where there is none. */
export function readDiff(answer: unknown): PackDiff | null {
  return packDiffSchema.strip().safeParse(answer).data ?? null;
}
