import { useEffect, useRef, useState } from 'react';
import type { PackStore } from '../model/PackStore.ts';
import type { Finding, PackDesignerProps } from '../model/packFiles.ts';

export interface Findings {
  readonly findings: readonly Finding[];
  readonly state: 'checking' | 'done' | 'failed';
  /** Shows findings that came from elsewhere (a refused publish) until the next edit. */
  readonly show: (findings: readonly Finding[]) => void;
}

const DEBOUNCE_MILLISECONDS = 150;

/**
 * Has the pack checked at the start and a moment after each edit; one check at a time, and an answer that was
 * overtaken is dropped.
 */
export function useFindings(
  store: PackStore,
  files: ReadonlyMap<string, string>,
  onLint: PackDesignerProps['onLint'],
): Findings {
  const [found, setFound] = useState<Omit<Findings, 'show'>>({ findings: [], state: 'checking' });
  const ask = useRef(onLint);
  ask.current = onLint;
  const checks = useRef<{ running: boolean; next: (() => void) | null }>({ running: false, next: null });
  useEffect(() => {
    let overtaken = false;
    const queue = checks.current;
    setFound((old) => ({ ...old, state: 'checking' }));
    const check = () => {
      queue.running = true;
      const list = [...files].map(([path, text]) => ({ path, text }));
      ask
        .current(list)
        .then(
          (findings) => !overtaken && setFound({ findings, state: 'done' }),
          () => !overtaken && setFound((old) => ({ ...old, state: 'failed' })),
        )
        .finally(() => {
          queue.running = false;
          const { next } = queue;
          queue.next = null;
          next?.();
        });
    };
    const timer = setTimeout(() => {
      // One at a time: the check also saves, and a save must know what the last one made.
      if (queue.running) queue.next = check;
      else check();
    }, DEBOUNCE_MILLISECONDS);
    return () => {
      overtaken = true;
      if (queue.next === check) queue.next = null;
      clearTimeout(timer);
    };
  }, [files]);
  useEffect(() => {
    // Another pack: what was found in the last one is not shown beside it.
    if (!store.touched) setFound({ findings: [], state: 'checking' });
  }, [store]);
  return { ...found, show: (findings) => setFound({ findings, state: 'done' }) };
}
