import type { AppContext } from '../app/appContext.ts';
import { sweepDue } from '../app/sweepDue.ts';
import { upTo } from '../store/upTo.ts';
import { fireCheck } from './fireCheck.ts';
import type { CheckDocument } from './model.ts';

/**
 * Reminds of checks and notes those that were missed, in order of time, also what fell due while everything was down. Several
 * servers may sweep at once: everything happens once (the round's version decides). Returns the number of rounds looked at.
 */
export function sweepChecks(app: AppContext): Promise<number> {
  return sweepDue({
    app,
    due: async (limit) =>
      (await app.models.checks
        .find({ tenant: app.tenant, nextFireAt: upTo(app.time.now()) })
        .sort({ nextFireAt: 1, _id: 1 })
        .limit(limit)
        .lean()) as CheckDocument[],
    work: (entry) => fireCheck(app, entry),
    about: ({ _id, checkKey }) => ({ check: _id, key: checkKey }),
    again: 'check will be swept again',
  });
}
