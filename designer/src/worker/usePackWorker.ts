import { useCallback, useEffect, useRef } from 'react';
import { PackWorker, type ReadRules } from './PackWorker.ts';

/**
 * Gives the worker of this designer, started when it is first asked for and ended with it; null where the host has no
 * rules to check by.
 */
export function usePackWorker(readRules: ReadRules | undefined): () => PackWorker | null {
  const held = useRef<{ readonly worker: Worker; readonly client: PackWorker } | null>(null);
  useEffect(
    () => () => {
      held.current?.client.fail(new Error('closed'));
      held.current?.worker.terminate();
      held.current = null;
    },
    [],
  );
  return useCallback(() => {
    if (readRules === undefined) return null;
    if (held.current === null) {
      const worker = new Worker(new URL('./startWorker.ts', import.meta.url), { type: 'module' });
      const client = new PackWorker(worker, readRules);
      worker.onerror = (event) => client.fail(new Error(event.message));
      held.current = { worker, client };
    }
    return held.current.client;
  }, [readRules]);
}
