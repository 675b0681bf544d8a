import { AppError } from '../errors/appError.ts';
import type { AppContext } from './appContext.ts';

/** Entries read at once. */
const batch = 200;

/**
 * Works everything that has fallen due, in the order in which `due` reads it, also what fell due while everything was down.
 * Several servers may sweep at once: `work` throws `versionConflict` when another was first. One that fails is logged with
 * `about` (no personal data) and left for the next sweep, the others get theirs. Returns the number worked.
 */
export async function sweepDue<T extends { _id: string }>(options: {
  app: AppContext;
  /** The first so many entries that are due now, soonest first. */
  due: (limit: number) => Promise<T[]>;
  work: (entry: T) => Promise<unknown>;
  about: (entry: T) => object;
  /** Log message of one that failed. */
  again: string;
}): Promise<number> {
  const { app, due, work, about, again } = options;
  let worked = 0;
  const passed = new Set<string>();
  for (;;) {
    const found = await due(batch);
    const open = found.filter(({ _id }) => !passed.has(_id));
    for (const entry of open) {
      try {
        await work(entry);
        worked += 1;
      } catch (error) {
        passed.add(entry._id);
        const lost = error instanceof AppError && error.code === 'versionConflict';
        app.log[lost ? 'info' : 'error']({ ...about(entry), err: error }, again);
      }
    }
    if (open.length === 0 || found.length < batch) return worked;
  }
}
