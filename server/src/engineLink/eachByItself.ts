import { isEngineError } from '@onewindow/engine';
import type { AppContext } from '../app/appContext.ts';
import { reconcilerFailures } from '../http/metrics.ts';

/**
 * Does the work for each item by itself: one that fails is counted and logged, and the others get theirs. Returns the
 * number that failed. Throws EngineError `engineAway` at once: every further one would fail the same way.
 */
export async function eachByItself<T>(options: {
  app: AppContext;
  /** The kind of work, for metrics and log. */
  part: string;
  items: Iterable<T>;
  /** Names the item in the log; an id, nothing personal. */
  idOf: (item: T) => string;
  work: (item: T) => Promise<unknown>;
}): Promise<number> {
  const { app, part, items, idOf, work } = options;
  let failed = 0;
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      if (isEngineError(error, 'engineAway')) throw error;
      failed += 1;
      reconcilerFailures.inc({ part });
      app.log.error({ part, item: idOf(item), ...nameOf(error) }, 'reconciler could not handle this one');
    }
  }
  return failed;
}

/** What went wrong without its message, which may quote what was entered; where it was thrown helps to find the cause. */
function nameOf(error: unknown): { problem: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { problem: typeof error };
  const code = 'code' in error ? String(error.code) : undefined;
  const at = /\n\s+at (.+)/.exec(error.stack ?? '')?.[1];
  return {
    problem: error.name,
    ...(code === undefined ? {} : { code }),
    ...(at === undefined ? {} : { at }),
  };
}
