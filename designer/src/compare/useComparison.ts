import type { PackDiff } from '@onewindow/processes/diff';
import { useEffect, useState } from 'react';

export type Comparison =
  | { readonly state: 'none' }
  | { readonly state: 'comparing' }
  | { readonly state: 'done'; readonly diff: PackDiff }
  | { readonly state: 'failed'; readonly problem: string };

/** Compares whenever `load` is another function; null compares nothing. An answer that comes too late is dropped. */
export function useComparison(load: (() => Promise<PackDiff>) | null): Comparison {
  const [comparison, setComparison] = useState<Comparison>({ state: 'none' });
  useEffect(() => {
    if (load === null) {
      setComparison({ state: 'none' });
      return undefined;
    }
    let current = true;
    const put = (next: Comparison) => {
      if (current) setComparison(next);
    };
    put({ state: 'comparing' });
    load().then(
      (diff) => put({ state: 'done', diff }),
      (problem: unknown) =>
        put({ state: 'failed', problem: problem instanceof Error ? problem.message : String(problem) }),
    );
    return () => {
      current = false;
    };
  }, [load]);
  return comparison;
}
