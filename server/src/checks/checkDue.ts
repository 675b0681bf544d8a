import {
  addWorkdays,
  type Calendar,
  closeOfBusiness,
  computeDue,
  type DueLimit,
  isProvisional,
  isWorkday,
  shanghaiInstant,
} from '@onewindow/clocks';
import type { Check } from '@onewindow/processes';
import { shiftDay } from '../clocks/shiftDay.ts';

export interface CheckDue {
  /** First day of the window, where the check has one. */
  opensDay?: string;
  dueAt: Date;
  dueDay: string;
  /** The day lies past the published calendar. */
  provisional: boolean;
}

/**
 * When a check is due that is made so long after the day of issue, grant or last check. With a window it is the window of the
 * year in which the interval ends. A last day that is not worked rolls to the next working day (Civil Code art. 203); due at
 * close of business.
 * Throws ClockError `beforeCalendar`, `beyondCalendar`.
 */
export function checkDue(
  rule: { limit: DueLimit; window: Check['window'] },
  sinceDay: string,
  calendar: Calendar,
): CheckDue {
  if (rule.window === undefined) {
    const startAt = shanghaiInstant(sinceDay, '12:00');
    const { dueAt, dueDay, provisional } = computeDue({ limit: rule.limit, startAt }, calendar);
    return { dueAt, dueDay, provisional };
  }
  const year = Number(shiftDay(sinceDay, rule.limit, 1, calendar).slice(0, 4));
  const opensDay = dayOfYear(year, rule.window.from);
  const last = dayOfYear(rule.window.to < rule.window.from ? year + 1 : year, rule.window.to);
  const dueDay = isWorkday(last, calendar) ? last : addWorkdays(last, 1, calendar);
  return {
    opensDay,
    dueAt: closeOfBusiness(dueDay, calendar),
    dueDay,
    provisional: isProvisional(dueDay, calendar),
  };
}

/** `MM-DD` in a year; the 29th of February is the 28th where there is none. */
function dayOfYear(year: number, monthDay: string): string {
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return `${year}-${monthDay === '02-29' && !leap ? '02-28' : monthDay}`;
}
