import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { answerClockLine, type Calendar, defaultCalendar } from '@onewindow/clocks';
import { exitCodes } from './exitCodes.ts';
import type { CliLanguage } from './readPackArgument.ts';

/**
 * `onewindow clock compute`: answers each line of the input with one line, in order, as they come (`answerClockLine`).
 * Returns the exit code: 0, 1 when a line was bad or the calendar has an error, 2 when its file cannot be read.
 */
export async function runClockCompute(options: {
  calendarFile: string | undefined;
  details: boolean;
  language: CliLanguage;
  input?: Readable;
  output?: Writable;
}): Promise<number> {
  const { calendarFile, details, language, input = process.stdin, output = process.stdout } = options;
  let calendar: Calendar = defaultCalendar;
  if (calendarFile !== undefined) {
    const { readCalendarOf } = await import('./readCalendarOf.ts');
    const read = readCalendarOf(calendarFile, language);
    if ('exitCode' in read) return read.exitCode;
    calendar = read.calendar;
  }
  let line = 0;
  let bad = 0;
  const answer = (text: string): string => {
    line += 1;
    if (text.trim() === '') return '';
    const answered = answerClockLine({ text, line, calendar, language, details });
    if (answered.bad) bad += 1;
    return `${answered.text}\n`;
  };
  let rest = '';
  input.setEncoding('utf8');
  for await (const chunk of input) {
    const text = rest + String(chunk);
    let answers = '';
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      answers += answer(text.slice(from, end));
      from = end + 1;
    }
    rest = text.slice(from);
    if (answers !== '' && !output.write(answers)) await once(output, 'drain');
  }
  // The last line may come without an end.
  const last = answer(rest);
  if (last !== '' && !output.write(last)) await once(output, 'drain');
  return bad === 0 ? exitCodes.done : exitCodes.refused;
}
