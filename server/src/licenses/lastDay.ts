/**
 * Last valid day of a license valid for this long from `from` (a Shanghai day): the day before the corresponding day,
 * or the last day of the month where there is no corresponding day (Civil Code art. 202).
 */
export function lastDay(from: string, validity: { value: number; unit: 'day' | 'month' | 'year' }): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  if (validity.unit === 'day') return isoDay(new Date(Date.UTC(year, month - 1, day + validity.value - 1)));
  const months = validity.unit === 'year' ? validity.value * 12 : validity.value;
  const end = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastOfMonth = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  if (day > lastOfMonth)
    return isoDay(new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), lastOfMonth)));
  return isoDay(new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), day - 1)));
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
