import { useEffect, useRef, useState } from 'react';
import type { PackStore } from '../model/PackStore.ts';
import type { Finding } from '../model/packFiles.ts';

export interface Findings {
  readonly findings: readonly Finding[];
  readonly state: 'checking' | 'done' | 'failed';
  /** Shows findings that came from elsewhere (a refused publish) until the next edit. */
  readonly show: (findings: readonly Finding[]) => void;
}

interface Input {
  readonly store: PackStore;
  readonly files: ReadonlyMap<string, string>;
  /** Nothing is checked before: drawing the process comes first. */
  readonly ready: boolean;
  /** Writes what was edited in the diagram into the files at once. */
  readonly flush: () => Promise<void>;
  readonly check: (files: ReadonlyMap<string, string>) => Promise<readonly Finding[]>;
}

/** Has the pack checked when it has opened and after each edit; one check at a time, and an answer that was overtaken is dropped. */
export function useFindings({ store, files, ready, flush, check }: Input): Findings {
  const [found, setFound] = useState<Omit<Findings, 'show'>>({ findings: [], state: 'checking' });
  const ask = useRef({ check, flush });
  ask.current = { check, flush };
  const checks = useRef<{ running: boolean; next: (() => void) | null }>({ running: false, next: null });
  useEffect(() => {
    if (!ready) return;
    let overtaken = false;
    const queue = checks.current;
    setFound((old) => (old.state === 'checking' ? old : { ...old, state: 'checking' }));
    const run = async () => {
      queue.running = true;
      try {
        // One edit may touch both the diagram and another file: they are checked together.
        await ask.current.flush();
        if (overtaken) return;
        const findings = await ask.current.check(files);
        if (!overtaken) setFound({ findings, state: 'done' });
      } catch {
        if (!overtaken) setFound((old) => ({ ...old, state: 'failed' }));
      } finally {
        queue.running = false;
        const { next } = queue;
        queue.next = null;
        next?.();
      }
    };
    const begin = () => void run();
    // What was edited is drawn first.
    const timer = setTimeout(() => {
      if (queue.running) queue.next = begin;
      else begin();
    });
    return () => {
      overtaken = true;
      if (queue.next === begin) queue.next = null;
      clearTimeout(timer);
    };
  }, [files, ready]);
  useEffect(() => {
    // Another pack: what was found in the last one is not shown beside it.
    if (!store.touched) setFound({ findings: [], state: 'checking' });
  }, [store]);
  return { ...found, show: (findings) => setFound({ findings, state: 'done' }) };
}
