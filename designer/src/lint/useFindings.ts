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

/** Has the pack checked at the start and a moment after each edit; an answer that was overtaken is dropped. */
export function useFindings(
  store: PackStore,
  files: ReadonlyMap<string, string>,
  onLint: PackDesignerProps['onLint'],
): Findings {
  const [found, setFound] = useState<Omit<Findings, 'show'>>({ findings: [], state: 'checking' });
  const ask = useRef(onLint);
  ask.current = onLint;
  useEffect(() => {
    let overtaken = false;
    setFound((old) => ({ ...old, state: 'checking' }));
    const timer = setTimeout(() => {
      const list = [...files].map(([path, text]) => ({ path, text }));
      ask.current(list).then(
        (findings) => !overtaken && setFound({ findings, state: 'done' }),
        () => !overtaken && setFound((old) => ({ ...old, state: 'failed' })),
      );
    }, DEBOUNCE_MILLISECONDS);
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [files]);
  useEffect(() => {
    // Another pack: what was found in the last one is not shown beside it.
    if (!store.touched) setFound({ findings: [], state: 'checking' });
  }, [store]);
  return { ...found, show: (findings) => setFound({ findings, state: 'done' }) };
}
