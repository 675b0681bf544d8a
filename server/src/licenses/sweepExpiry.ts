import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { LicenseDocument } from './model.ts';
import { remindOfExpiry } from './remindOfExpiry.ts';

/**
 * Sends the reminders before expiry that have fallen due, found by index, in order of time, also after downtime. Several
 * servers may sweep at once: each reminder is sent once (the license's version decides). Returns the number of licenses.
 */
export async function sweepExpiry(app: AppContext, limit = 200): Promise<number> {
  let reminded = 0;
  const passed = new Set<string>();
  for (;;) {
    const due = (await app.models.licenses
      .find({ tenant: app.tenant, nextReminderAt: trusted({ $lte: app.time.now() }) })
      .sort({ nextReminderAt: 1, _id: 1 })
      .limit(limit)
      .lean()) as LicenseDocument[];
    const open = due.filter(({ _id }) => !passed.has(_id));
    for (const license of open) {
      try {
        await remindOfExpiry(app, license);
        reminded += 1;
      } catch (error) {
        passed.add(license._id);
        const lost = error instanceof AppError && error.code === 'versionConflict';
        app.log[lost ? 'info' : 'error'](
          { license: license._id, err: error },
          'expiry reminder will be tried again',
        );
      }
    }
    if (open.length === 0 || due.length < limit) return reminded;
  }
}
