import type { Text } from '../../errors/appError.ts';

/** Numbers of a report that count cases, and those that count what supervision did. */
export const caseFigures = [
  'received',
  'accepted',
  'decided',
  'granted',
  'refused',
  'onTime',
  'late',
  'onTimeShare',
  'averageWorkdays',
] as const;
export const recordFigures = [
  'findings',
  'validFindings',
  'complaints',
  'reminders',
  'orders',
  'yellowCards',
  'redCards',
  'ratings',
  'averageGrade',
  'badRatings',
  'satisfiedShare',
] as const;
export type CaseFigure = (typeof caseFigures)[number];
export type RecordFigure = (typeof recordFigures)[number];
export type Figure = CaseFigure | RecordFigure;

/** A line of a table; shares are 0–1, averages exact, null where there is nothing to divide by. */
export interface ReportRow {
  /** Its place: table and line, e.g. `2-3`. */
  ref: string;
  /** What the line is about: a department or an item; the whole where neither is named. */
  departmentId?: string;
  packCode?: string;
  name: Text;
  level?: string;
  /** Of an item, short forms. */
  limits?: { promised: string | null; statutory: string | null };
  figures: Partial<Record<Figure, number | null>>;
}

export const reportTables = ['1', '2', '3', '4', '5'] as const;
export type ReportTable = (typeof reportTables)[number];

export type ReportTables = Record<ReportTable, ReportRow[]>;
