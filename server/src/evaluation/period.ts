import { shanghaiDay, shanghaiInstant } from '@onewindow/clocks';
import { AppError } from '../errors/appError.ts';

/** A month `2026-11` or a quarter `2026-Q4` of Shanghai. */
export interface Span {
  period: string;
  /** First and last day. */
  from: string;
  to: string;
  /** First instant, and the first one after. */
  start: Date;
  end: Date;
  months: 1 | 3;
}

/** Throws AppError `invalidRequest` for what is no period. */
export function spanOf(period: string): Span {
  const [, year = '', quarter, month] = /^(\d{4})-(?:Q([1-4])|(0[1-9]|1[0-2]))$/.exec(period) ?? [];
  if (year === '') throw new AppError('invalidRequest');
  const first = quarter === undefined ? Number(month) : Number(quarter) * 3 - 2;
  const months = quarter === undefined ? 1 : 3;
  const start = shanghaiInstant(dayOf(Number(year), first), '00:00');
  const end = shanghaiInstant(dayOf(Number(year), first + months), '00:00');
  return {
    period,
    from: shanghaiDay(start),
    to: shanghaiDay(new Date(end.getTime() - 1)),
    start,
    end,
    months,
  };
}

function dayOf(year: number, month: number): string {
  const [y, m] = month > 12 ? [year + 1, month - 12] : [year, month];
  return `${y}-${String(m).padStart(2, '0')}-01`;
}
