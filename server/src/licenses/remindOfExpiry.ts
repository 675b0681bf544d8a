import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { licenseLogEntry } from './licenseLogEntry.ts';
import type { LicenseDocument } from './model.ts';
import { withNext } from './planExpiryReminders.ts';
import { stateOn } from './presentLicense.ts';

/**
 * Reminds the holder of a license that expires: every reminder that has fallen due, in order, each once and stamped with its
 * due time and the real one. A license that is not in force any more needs none.
 * Throws AppError `versionConflict` when another server was quicker.
 */
export async function remindOfExpiry(app: AppContext, seen: LicenseDocument): Promise<void> {
  await changeCase({
    app,
    caseId: seen.caseId,
    actor: { kind: 'system', name: 'expirySweep' },
    keepUpdatedAt: true,
    work: async (change) => {
      const { session, now } = change;
      const license = (await app.models.licenses
        .findOne({ _id: seen._id, tenant: app.tenant }, null, { session })
        .lean()) as LicenseDocument | null;
      if (license?.nextReminderAt === undefined || license.nextReminderAt > now) return;
      const wanted = ['issued', 'suspended'].includes(stateOn(license, now));
      const reminders = license.expiryReminders ?? [];
      for (const reminder of wanted ? reminders : []) {
        if (reminder.firedAt !== undefined || reminder.dueAt > now) continue;
        reminder.firedAt = now;
        const details = { licenseNo: license.licenseNo, validTo: license.validTo, before: reminder.key };
        change.event('expiryReminded', {
          ...details,
          dueAt: reminder.dueAt.toISOString(),
          firedAt: now.toISOString(),
        });
        change.outbox({
          destination: 'notices',
          type: 'sendNotice',
          payload: { notice: 'expiryReminder', ...details },
        });
        await app.models.licenseLog.insertMany(
          [
            {
              ...licenseLogEntry(app, { licenseId: license._id, type: 'expiryReminded', at: now, details }),
              by: { system: 'expirySweep' },
            },
          ],
          { session },
        );
      }
      const { nextReminderAt } = wanted ? withNext(reminders) : {};
      const saved = await app.models.licenses.updateOne(
        { _id: license._id, version: license.version },
        {
          $set: { expiryReminders: reminders, ...(nextReminderAt === undefined ? {} : { nextReminderAt }) },
          ...(nextReminderAt === undefined ? { $unset: { nextReminderAt: 1 } } : {}),
          $inc: { version: 1 },
        },
        { session },
      );
      if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
    },
  });
}
