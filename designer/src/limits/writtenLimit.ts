import { formatLimit, type Limit, parseLimit } from '@onewindow/clocks';

/** Units in the order of the choice. */
export const allUnits = [
  'workday',
  'day',
  'month',
  'year',
  'workhour',
  'hour',
  'minute',
  'immediate',
  'none',
] as const;
export type Unit = (typeof allUnits)[number];

/** A limit of pack.yaml in any of its written forms; null where there is none or it is no limit. */
export function readWritten(value: unknown): Limit | null {
  if (value === undefined || value === null) return null;
  try {
    return parseLimit(value);
  } catch {
    return null;
  }
}

/** As packs write it: `10 workday`, or with its article `{limit: 10 workday, cite: …}`. */
export function writeLimit(limit: Limit): string | { limit: string; cite: string } {
  const text = formatLimit(limit);
  return limit.cite === undefined || limit.unit === 'none' ? text : { limit: text, cite: limit.cite };
}

/** A limit with another amount (whole, at least 1). */
export function withAmount(limit: Limit, value: number): Limit {
  const whole = Math.max(1, Math.min(1_000_000, Math.trunc(value)));
  return 'value' in limit ? { ...limit, value: whole } : limit;
}

/** A limit in another unit; the amount stays where there is one. */
export function withUnit(limit: Limit | null, unit: Unit): Limit {
  const cite = limit?.cite === undefined ? {} : { cite: limit.cite };
  if (unit === 'immediate') return { unit, ...cite };
  if (unit === 'none') return { unit };
  return { value: limit !== null && 'value' in limit ? limit.value : 1, unit, ...cite };
}

export function withCite(limit: Limit, cite: string): Limit {
  const { cite: _, ...rest } = limit;
  return cite.trim() === '' ? rest : { ...rest, cite: cite.trim() };
}
