import dayjs from 'dayjs';

export const presets = ['thisMonth', 'lastMonth', 'lastDays', 'thisYear'] as const;

/** First and last day of a usual span (YYYY-MM-DD); one that runs ends today, `lastDays` are thirty with today. */
export function spanOf(
  name: (typeof presets)[number],
  today = dayjs(todayInShanghai()),
): { from: string; to: string } {
  const day = (of: dayjs.Dayjs) => of.format('YYYY-MM-DD');
  if (name === 'thisMonth') return { from: day(today.startOf('month')), to: day(today) };
  if (name === 'lastDays') return { from: day(today.subtract(29, 'day')), to: day(today) };
  if (name === 'thisYear') return { from: day(today.startOf('year')), to: day(today) };
  const last = today.subtract(1, 'month');
  return { from: day(last.startOf('month')), to: day(last.endOf('month')) };
}

/** The span that an address names: a usual one, which moves with the day, or its days; else this month. */
export function spanIn(search: URLSearchParams): {
  preset: (typeof presets)[number] | undefined;
  from: string;
  to: string;
} {
  const [from, to] = [search.get('from'), search.get('to')];
  const named = presets.find((name) => name === search.get('span'));
  if (named === undefined && from !== null && to !== null) {
    const same = presets.find((name) => spanOf(name).from === from && spanOf(name).to === to);
    return { preset: same, from, to };
  }
  const preset = named ?? 'thisMonth';
  return { preset, ...spanOf(preset) };
}

export function todayInShanghai(): string {
  // Swedish writes days as ISO 8601 does.
  return new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(new Date());
}
