import type { AppContext } from '../app/appContext.ts';
import { sweepDue } from '../app/sweepDue.ts';
import { upTo } from '../store/upTo.ts';
import type { LicenseDocument } from './model.ts';
import { remindOfExpiry } from './remindOfExpiry.ts';

/**
 * Sends the reminders before expiry that have fallen due, found by index, in order of time, also after downtime. Several
 * servers may sweep at once: each reminder is sent once (the license's version decides). Returns the number of licenses.
 */
export function sweepExpiry(app: AppContext): Promise<number> {
  return sweepDue({
    app,
    due: async (limit) =>
      (await app.models.licenses
        .find({ tenant: app.tenant, nextReminderAt: upTo(app.time.now()) })
        .sort({ nextReminderAt: 1, _id: 1 })
        .limit(limit)
        .lean()) as LicenseDocument[],
    work: (entry) => remindOfExpiry(app, entry),
    about: ({ _id }) => ({ license: _id }),
    again: 'expiry reminder will be tried again',
  });
}
