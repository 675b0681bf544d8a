import dayjs from 'dayjs';

export const presets = ['thisMonth', 'lastMonth', 'thisYear'] as const;

/** First and last day of a usual span (YYYY-MM-DD); one that runs ends today. */
export function spanOf(
  name: (typeof presets)[number],
  today = dayjs(todayInShanghai()),
): { from: string; to: string } {
  const day = (of: dayjs.Dayjs) => of.format('YYYY-MM-DD');
  if (name === 'thisMonth') return { from: day(today.startOf('month')), to: day(today) };
  if (name === 'thisYear') return { from: day(today.startOf('year')), to: day(today) };
  const last = today.subtract(1, 'month');
  return { from: day(last.startOf('month')), to: day(last.endOf('month')) };
}

function todayInShanghai(): string {
  // Swedish writes days as ISO 8601 does.
  return new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
