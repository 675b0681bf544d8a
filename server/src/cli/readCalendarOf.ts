import { readFileSync, statSync } from 'node:fs';
import { type Calendar, loadCalendar } from '@onewindow/clocks';
import { calendarFileProblems } from '../clocks/calendarFileProblems.ts';
import { exitCodes } from './exitCodes.ts';
import type { CliLanguage } from './readPackArgument.ts';

const words = {
  noFile: { 'zh-CN': '找不到日历文件', en: 'no such calendar' },
} as const;

/**
 * Reads a calendar from a file of JSON. What is wrong with it is told on the error stream, `file:line: message`, one a line;
 * the exit code is then 1, and 2 when there is no such file.
 */
export function readCalendarOf(
  file: string,
  language: CliLanguage,
): { calendar: Calendar } | { exitCode: number } {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
    process.stderr.write(`${words.noFile[language]}: ${file}\n`);
    return { exitCode: exitCodes.unreadable };
  }
  const text = readFileSync(file, 'utf8');
  const problems = calendarFileProblems(text);
  for (const { line, message } of problems) process.stderr.write(`${file}:${line}: ${message[language]}\n`);
  if (problems.length > 0) return { exitCode: exitCodes.refused };
  return { calendar: loadCalendar(JSON.parse(text)) };
}
