import type { DayCount } from '../counters/model.ts';

/** Days added up. */
export type Sum = DayCount;

export const zero = (): Sum => ({ received: 0, accepted: 0, onTime: 0, late: 0, measured: 0, workdays: 0 });

export function sumInto(sum: Sum, count: DayCount): void {
  for (const figure of Object.keys(sum) as (keyof Sum)[]) sum[figure] += count[figure];
}

/**
 * What a sum says: cases received, accepted, decided on time and late; the share decided on time (0–1) and the working days that a
 * decision took on average, each null where there is none.
 */
export function viewSum({ received, accepted, onTime, late, measured, workdays }: Sum) {
  const decided = onTime + late;
  return {
    received,
    accepted,
    onTime,
    late,
    onTimeShare: decided === 0 ? null : onTime / decided,
    averageWorkdays: measured === 0 ? null : workdays / measured,
  };
}
