/** True for a day of the calendar written `YYYY-MM-DD`, from 1900 to 2199. */
export function isCalendarDay(day: string): boolean {
  const match = /^(19|20|21)(\d\d)-(\d\d)-(\d\d)$/.exec(day);
  if (match === null) return false;
  const [year, month, date] = [Number(day.slice(0, 4)), Number(match[3]), Number(match[4])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return date >= 1 && date <= (days[month - 1] ?? 0);
}

/** True for `YYYY-MM`. */
export function isCalendarMonth(month: string): boolean {
  return isCalendarDay(`${month}-01`);
}

/** True for `YYYY-MM-DD HH:MM`. */
export function isMinute(instant: string): boolean {
  return isCalendarDay(instant.slice(0, 10)) && /^ ([01]\d|2[0-3]):[0-5]\d$/.test(instant.slice(10));
}
