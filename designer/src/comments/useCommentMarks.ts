import { useEffect, useMemo } from 'react';
import type { ModelerLike } from '../bpmn/modelerTypes.ts';
import { markComments } from './markComments.ts';
import type { PackComments } from './PackComments.ts';
import { countThreads } from './sortThreads.ts';

/** Open comments by element, painted into the diagram; with `revision`, anew after each change of it. */
export function useCommentMarks(
  modeler: ModelerLike | null,
  comments: PackComments | undefined,
  revision: number,
): ReadonlyMap<string, number> {
  const threads = comments?.threads;
  const counts = useMemo(() => countThreads(threads ?? []), [threads]);
  // Most packs have none: their diagrams are left alone.
  const drawing = counts.size === 0 ? 0 : revision;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an element may have come back
  useEffect(
    () => (modeler === null || counts.size === 0 ? undefined : markComments(modeler, counts)),
    [modeler, counts, drawing],
  );
  return counts;
}
