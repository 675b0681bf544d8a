import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { fireCheck } from './fireCheck.ts';
import type { CheckDocument } from './model.ts';

/**
 * Reminds of checks and notes those that were missed, in order of time, also what fell due while everything was down. Several
 * servers may sweep at once: everything happens once (the round's version decides). Returns the number of rounds looked at.
 */
export async function sweepChecks(app: AppContext, limit = 200): Promise<number> {
  let fired = 0;
  const passed = new Set<string>();
  for (;;) {
    const due = (await app.models.checks
      .find({ tenant: app.tenant, nextFireAt: trusted({ $lte: app.time.now() }) })
      .sort({ nextFireAt: 1, _id: 1 })
      .limit(limit)
      .lean()) as CheckDocument[];
    const open = due.filter(({ _id }) => !passed.has(_id));
    for (const check of open) {
      try {
        await fireCheck(app, check);
        fired += 1;
      } catch (error) {
        passed.add(check._id);
        const lost = error instanceof AppError && error.code === 'versionConflict';
        app.log[lost ? 'info' : 'error'](
          { check: check._id, key: check.checkKey, err: error },
          'check will be swept again',
        );
      }
    }
    if (open.length === 0 || due.length < limit) return fired;
  }
}
