import type { PeriodRow, PeriodSum } from '../../api/supervisionTypes.ts';

/** Share decided on time, in per cent with one digit: rounded down, so that only all on time reads 100.0 %. */
export function shareText({ onTimeShare }: Pick<PeriodSum, 'onTimeShare'>): string {
  return onTimeShare === null ? '—' : `${(Math.floor(onTimeShare * 1000) / 10).toFixed(1)}%`;
}

export function averageText({ averageWorkdays }: Pick<PeriodSum, 'averageWorkdays'>): string {
  return averageWorkdays === null ? '—' : averageWorkdays.toFixed(1);
}

/** The latest first, then by what came in. */
export function sortRows(rows: readonly PeriodRow[]): PeriodRow[] {
  return [...rows].sort(
    (one, other) =>
      other.late - one.late ||
      other.received - one.received ||
      one.department.name.localeCompare(other.department.name, 'zh-CN'),
  );
}
