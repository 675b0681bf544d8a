import { calendarProblems } from '@onewindow/clocks';
import { lineFinder } from '@onewindow/processes';
import { LineCounter, parseDocument } from 'yaml';

const notJsonWords = { 'zh-CN': '不是 JSON', en: 'not JSON' } as const;

export interface CalendarFileProblem {
  line: number;
  message: { readonly 'zh-CN': string; readonly en: string };
}

/** What is wrong with the text of a calendar, by line (from 1). */
export function calendarFileProblems(text: string): CalendarFileProblem[] {
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

function notJson(error: unknown): CalendarFileProblem['message'] {
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  return { 'zh-CN': `${notJsonWords['zh-CN']}（${said}）`, en: `${notJsonWords.en} (${said})` };
}

function lineOfSyntaxError(text: string): number {
  const lines = new LineCounter();
  const [first] = parseDocument(text, { lineCounter: lines, schema: 'json' }).errors;
  return first?.linePos?.[0].line ?? lines.linePos(Math.max(0, text.length - 1)).line;
}
