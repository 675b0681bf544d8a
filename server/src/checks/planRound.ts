import { type Calendar, type DueLimit, formatLimit, shanghaiInstant } from '@onewindow/clocks';
import type { Check } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { remindersBefore } from '../clocks/remindersBefore.ts';
import { shiftDay } from '../clocks/shiftDay.ts';
import { newId } from '../store/newId.ts';
import { type CheckDue, checkDue } from './checkDue.ts';
import type { CheckDocument } from './model.ts';
import { setNextFire } from './setNextFire.ts';

/** How long before its day a check without reminders turns yellow. */
const noticeable: DueLimit = { value: 30, unit: 'day' };

/** What a round belongs to; the same for the rounds that follow it. */
export type CheckSubject = Pick<
  CheckDocument,
  | 'holding'
  | 'licenseId'
  | 'licenseNo'
  | 'holderMasked'
  | 'caseId'
  | 'caseNo'
  | 'packCode'
  | 'packVersion'
  | 'itemName'
  | 'departmentId'
>;

/**
 * A round of a check, planned from the pack: when it is due, its reminders and what the sweep must look at next. Undefined
 * when it would be due only after the license has expired: a renewal is checked itself.
 * Throws ClockError `beforeCalendar`, `beyondCalendar`.
 */
export function planRound(options: {
  app: Pick<AppContext, 'tenant' | 'calendar'>;
  check: Check;
  subject: CheckSubject;
  limit: DueLimit;
  sinceDay: string;
  round: number;
  /** Last valid day of the license. */
  validTo?: string | undefined;
  now: Date;
}): CheckDocument | undefined {
  const { app, check, subject, limit, sinceDay, round, now } = options;
  const { calendar } = app.calendar;
  const due = checkDue({ limit, window: check.window }, sinceDay, calendar);
  if (options.validTo !== undefined && due.dueDay > options.validTo) return undefined;
  const planned: CheckDocument = {
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    effectKey: `${subject.holding}:${check.key}:${round}`,
    ...subject,
    checkKey: check.key,
    kind: check.kind,
    name: check.name,
    cite: check.cite,
    onMissed: check.onMissed,
    limit: formatLimit(limit),
    sinceDay,
    ...due,
    ...planDue({ due, remindBefore: check.remindBefore, calendar, now }),
    open: true,
    state: 'due',
    records: [],
    version: 1,
  };
  setNextFire(planned);
  return planned;
}

/** What leads up to the due day of a round: its reminders, and when it turns yellow. */
export function planDue(options: {
  due: CheckDue;
  remindBefore: Check['remindBefore'];
  calendar: Calendar;
  now: Date;
}): Pick<CheckDocument, 'reminders' | 'yellowAt'> {
  const { due, remindBefore, calendar, now } = options;
  const reminders = remindersBefore(due.dueDay, remindBefore, { calendar, from: now });
  const notice = shanghaiInstant(shiftDay(due.dueDay, noticeable, -1, calendar), '00:00');
  return { reminders, yellowAt: reminders[0]?.dueAt ?? notice };
}
