/** `2026-11-23`, whatever follows it, as 2026年11月23日 (GB/T 9704 section 7.3.5.4: Arabic digits, no leading zeros). Others unchanged. */
export function chineseDate(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : day;
}
