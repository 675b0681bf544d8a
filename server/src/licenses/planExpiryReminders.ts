import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { nextReminder, type PlannedReminder, remindersBefore } from '../clocks/remindersBefore.ts';
import type { LicenseDocument } from './model.ts';

/** What a license carries of its reminders; `nextReminderAt` is absent when nothing can happen any more. */
export type ExpiryReminders = Pick<LicenseDocument, 'expiryReminders' | 'nextReminderAt'>;

/**
 * The reminders before the last valid day of a license that is being issued (`license.remindBeforeExpiry`). A version that
 * leaves the term as it is takes over those of the version before, fired or not: each is sent once.
 */
export async function planExpiryReminders(
  app: AppContext,
  license: Pick<LicenseDocument, 'validTo' | 'caseId' | 'supersedes'>,
  options: { session: ClientSession; now: Date },
): Promise<ExpiryReminders> {
  const { session, now } = options;
  if (license.validTo === undefined) return {};
  const before =
    license.supersedes === undefined
      ? null
      : await app.models.licenses
          .findOne({ _id: license.supersedes, tenant: app.tenant }, null, { session })
          .lean();
  if (before !== null && before.validTo === license.validTo && before.expiryReminders !== undefined)
    return withNext(before.expiryReminders);
  const subject = await app.models.cases
    .findOne({ _id: license.caseId, tenant: app.tenant }, { packCode: 1, packVersion: 1 }, { session })
    .lean();
  if (subject === null) return {};
  const { pack } = await app.packs.version(subject.packCode, subject.packVersion);
  const limits = pack.license?.remindBeforeExpiry ?? [];
  if (limits.length === 0) return {};
  return withNext(remindersBefore(license.validTo, limits, { calendar: app.calendar.calendar, from: now }));
}

/** The reminders with the time at which the sweep must look next. */
export function withNext(reminders: PlannedReminder[]): ExpiryReminders {
  const next = nextReminder(reminders);
  return {
    expiryReminders: reminders,
    ...(next === undefined ? {} : { nextReminderAt: next.dueAt }),
  };
}
