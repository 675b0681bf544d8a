import { readFileSync, statSync } from 'node:fs';
import { type Calendar, calendarProblems, loadCalendar } from '@onewindow/clocks';
import { lineFinder } from '@onewindow/processes';
import { LineCounter, parseDocument } from 'yaml';
import { exitCodes } from './exitCodes.ts';
import type { CliLanguage } from './readPackArgument.ts';

const words = {
  noFile: { 'zh-CN': '找不到日历文件', en: 'no such calendar' },
  notJson: { 'zh-CN': '不是 JSON', en: 'not JSON' },
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
  const problems = problemsOf(text);
  for (const { line, message } of problems) process.stderr.write(`${file}:${line}: ${message[language]}\n`);
  if (problems.length > 0) return { exitCode: exitCodes.refused };
  return { calendar: loadCalendar(JSON.parse(text)) };
}

interface Problem {
  line: number;
  message: { readonly 'zh-CN': string; readonly en: string };
}

/** What is wrong with the text of a calendar, by line (from 1). */
export function problemsOf(text: string): Problem[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return [{ line: lineOfSyntaxError(text), message: notJson(error) }];
  }
  // JSON lets a key stand twice and keeps the last; a calendar says each thing once.
  const twice = parseDocument(text).errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  if (twice.length > 0)
    return twice.map((error) => ({ line: error.linePos?.[0].line ?? 1, message: notJson(error) }));
  const lineOf = lineFinder(text);
  return calendarProblems(data)
    .map(({ path, message }) => ({ line: lineOf(path), message }))
    .sort((one, other) => one.line - other.line);
}

function notJson(error: unknown): Problem['message'] {
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  return { 'zh-CN': `${words.notJson['zh-CN']}（${said}）`, en: `${words.notJson.en} (${said})` };
}

function lineOfSyntaxError(text: string): number {
  const lines = new LineCounter();
  const [first] = parseDocument(text, { lineCounter: lines, schema: 'json' }).errors;
  return first?.linePos?.[0].line ?? lines.linePos(Math.max(0, text.length - 1)).line;
}
