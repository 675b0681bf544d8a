import { computeDue, hasDue, shanghaiDay } from '@onewindow/clocks';
import type { LicenseType } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { lastDay } from './lastDay.ts';

/**
 * Whether a renewal was asked for as long before expiry as the item's own rule wants (`license.renewal.latest`). Only then is
 * a license deemed renewed when it expires undecided (Administrative License Law art. 50). An item without a rule of its own
 * takes every renewal that is asked for before expiry as asked in time.
 */
export function wasAskedInTime(
  app: Pick<AppContext, 'calendar'>,
  rule: LicenseType['renewal'],
  askedAt: Date,
  validTo: string,
): boolean {
  const day = shanghaiDay(askedAt);
  const limit = rule?.latest;
  if (limit === undefined || !hasDue(limit) || limit.unit === 'immediate') return day <= validTo;
  const { unit, value } = limit;
  if (unit === 'day' || unit === 'month' || unit === 'year') return lastDay(day, { value, unit }) < validTo;
  return computeDue({ limit, startAt: askedAt }, app.calendar.calendar, askedAt).dueDay <= validTo;
}
