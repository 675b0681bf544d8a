/** A limit as packs write it: `10 workday`. */
export interface Limit {
  readonly amount: number;
  readonly unit: LimitUnit;
}

export const limitUnits = ['workday', 'day', 'month', 'year'] as const;
export type LimitUnit = (typeof limitUnits)[number];

/** Reads `10 workday` or `{limit: '10 workday', …}`; null for `none` and anything else. */
export function readLimit(value: unknown): Limit | null {
  const text = typeof value === 'object' && value !== null ? (value as { limit?: unknown }).limit : value;
  const match = /^(\d{1,4}) (workday|day|month|year)$/.exec(typeof text === 'string' ? text.trim() : '');
  return match === null ? null : { amount: Number(match[1]), unit: match[2] as LimitUnit };
}

export function writeLimit({ amount, unit }: Limit): string {
  return `${amount} ${unit}`;
}
