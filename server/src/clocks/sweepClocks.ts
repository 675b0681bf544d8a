import type { AppContext } from '../app/appContext.ts';
import { sweepDue } from '../app/sweepDue.ts';
import { upTo } from '../store/upTo.ts';
import { fireClock } from './fireClock.ts';
import type { ClockDocument } from './model.ts';

/**
 * Fires every escalation step that has fallen due, in order of time, also what fell due while everything was down.
 * Several servers may sweep at once: a step fires once (the clock's version decides). Returns the number of clocks fired.
 */
export function sweepClocks(app: AppContext): Promise<number> {
  return sweepDue({
    app,
    due: async (limit) =>
      (await app.models.clocks
        .find({ tenant: app.tenant, nextFireAt: upTo(app.time.now()) })
        .sort({ nextFireAt: 1, _id: 1 })
        .limit(limit)
        .lean()) as ClockDocument[],
    work: (entry) => fireClock(app, entry),
    about: ({ _id, kind }) => ({ clock: _id, kind }),
    again: 'escalation will be tried again',
  });
}
