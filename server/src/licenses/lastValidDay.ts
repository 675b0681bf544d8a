import type { LicenseType } from '@onewindow/processes';
import { lastDay } from './lastDay.ts';
import { type CaseFacts, readSource } from './readSource.ts';

/**
 * Last valid day of a license issued on `day`; null for one that is valid for good. A validity `asDecided` is read from
 * the case. Throws RangeError when what was decided is no whole number of units, or more than the pack allows.
 */
export function lastValidDay(
  facts: CaseFacts,
  validity: LicenseType['validity'],
  day: string,
): string | null {
  if (validity === 'long-term') return null;
  if ('value' in validity) return lastDay(day, validity);
  const { from, unit, maximum = Number.POSITIVE_INFINITY } = validity.asDecided;
  const value = Number(readSource(facts, from) ?? Number.NaN);
  if (!Number.isInteger(value) || value < 1 || value > maximum)
    throw new RangeError(`${from} is no validity in whole ${unit}s up to ${maximum}`);
  return lastDay(day, { value, unit });
}
