import type { Limit } from '@onewindow/clocks';

/** Minutes of the units that are lengths of time wherever they lie in the calendar. */
const minutes: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };

/**
 * A limit in the unit of another, rounded down; undefined where the units cannot be converted (working days and hours
 * depend on the calendar) or nothing is left.
 */
export function inUnitOf(limit: Limit, other: Limit): Limit | undefined {
  if (!('value' in limit) || !('value' in other)) return undefined;
  if (limit.unit === other.unit) return limit;
  const from = minutes[limit.unit];
  const to = minutes[other.unit];
  if (from === undefined || to === undefined) return undefined;
  const value = Math.floor((limit.value * from) / to);
  return value < 1 ? undefined : { value, unit: other.unit };
}
