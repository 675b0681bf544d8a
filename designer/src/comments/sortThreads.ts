import type { PackThread } from './PackComments.ts';

export interface SortedThreads {
  /** Open ones about the element that is chosen, or about the pack while none is. */
  readonly here: readonly PackThread[];
  /** Open ones about other elements, and about the pack. */
  readonly elsewhere: readonly PackThread[];
  /** Open ones about elements that are gone. */
  readonly orphans: readonly PackThread[];
  readonly resolved: readonly PackThread[];
}

/** Sorts threads by where they belong; `exists` tells whether an element is still in the process. */
export function sortThreads(
  threads: readonly PackThread[],
  selected: string,
  exists: (element: string) => boolean,
): SortedThreads {
  const open = threads.filter(({ state }) => state === 'open');
  const isOrphan = ({ element }: PackThread) => element !== '' && !exists(element);
  const rest = open.filter((thread) => !isOrphan(thread));
  return {
    here: rest.filter(({ element }) => element === selected),
    elsewhere: rest.filter(({ element }) => element !== selected),
    orphans: open.filter(isOrphan),
    resolved: threads.filter(({ state }) => state === 'resolved'),
  };
}

/** Open threads by element. */
export function countThreads(threads: readonly PackThread[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { element, state } of threads)
    if (state === 'open' && element !== '') counts.set(element, (counts.get(element) ?? 0) + 1);
  return counts;
}
