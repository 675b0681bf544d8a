import { readCalendarOf } from './readCalendarOf.ts';
import type { CliLanguage } from './readPackArgument.ts';

const sound = { 'zh-CN': '日历无误', en: 'the calendar is sound' } as const;

/** `onewindow calendar check`: returns the exit code, 0 sound, 1 errors (each with its line), 2 no such file. */
export function runCalendarCheck(file: string, language: CliLanguage): number {
  const read = readCalendarOf(file, language);
  if ('exitCode' in read) return read.exitCode;
  const { id, version, publishedFrom, publishedThrough } = read.calendar;
  process.stdout.write(`${sound[language]}: ${id}@${version}, ${publishedFrom} – ${publishedThrough}\n`);
  return 0;
}
