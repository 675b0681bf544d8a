import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { fireClock } from './fireClock.ts';
import type { ClockDocument } from './model.ts';

/**
 * Fires every escalation step that has fallen due, in order of time, also what fell due while everything was down.
 * Several servers may sweep at once: a step fires once (the clock's version decides). Returns the number of clocks fired.
 */
export async function sweepClocks(app: AppContext, limit = 200): Promise<number> {
  let fired = 0;
  const passed = new Set<string>();
  for (;;) {
    const due = (await app.models.clocks
      .find({ tenant: app.tenant, nextFireAt: trusted({ $lte: app.time.now() }) })
      .sort({ nextFireAt: 1, _id: 1 })
      .limit(limit)
      .lean()) as ClockDocument[];
    const open = due.filter((clock) => !passed.has(clock._id));
    for (const clock of open) {
      try {
        await fireClock(app, clock);
        fired += 1;
      } catch (error) {
        passed.add(clock._id);
        const lost = error instanceof AppError && error.code === 'versionConflict';
        app.log[lost ? 'info' : 'error'](
          { clock: clock._id, kind: clock.kind, err: error },
          'escalation will be tried again',
        );
      }
    }
    if (open.length === 0 || due.length < limit) return fired;
  }
}
