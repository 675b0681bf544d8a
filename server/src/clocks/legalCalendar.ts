import { readFileSync } from 'node:fs';
import { type Calendar, defaultCalendar, loadCalendar } from '@onewindow/clocks';
import { calendarFileProblems } from './calendarFileProblems.ts';

/** The calendar in force and its version, as clocks record it. */
export interface LegalCalendar {
  calendar: Calendar;
  /** `id@version`. */
  version: string;
}

/**
 * The calendar that comes with the product, or the one in a file.
 * Throws Error with file, line and reason of everything that is wrong with it.
 */
export function chooseCalendar(file: string | undefined): LegalCalendar {
  if (file === undefined) return legal(defaultCalendar);
  const text = readFileSync(file, 'utf8');
  const problems = calendarFileProblems(text);
  if (problems.length > 0)
    throw new Error(problems.map(({ line, message }) => `${file}:${line}: ${message.en}`).join('\n'));
  return legal(loadCalendar(JSON.parse(text)));
}

function legal(calendar: Calendar): LegalCalendar {
  return { calendar, version: `${calendar.id}@${calendar.version}` };
}
