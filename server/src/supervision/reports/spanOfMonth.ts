import { shanghaiInstant } from '@onewindow/clocks';

/** What a report is about: a month (YYYY-MM), a department (empty: the district), as of an instant. */
export interface ReportScope {
  month: string;
  departmentId: string;
  now: Date;
}

/** First instant of a month and of the one after it. */
export function spanOfMonth(month: string): { from: Date; to: Date } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { from: shanghaiInstant(`${month}-01`, '00:00'), to: shanghaiInstant(`${next}-01`, '00:00') };
}
