import type { Text } from '../../errors/appError.ts';
import { type BaseDocument, documentSchema, instant, nested, text } from '../../store/documentSchema.ts';
import type { Author } from '../model.ts';

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

/** 月度评估报告: figures of a month, as they stood at an instant; its sealed PDF is a letter, its lines are kept as files. */
export interface MonthlyReportDocument extends BaseDocument {
  /** YYYY-MM. */
  month: string;
  /** Empty: the whole district. */
  departmentId: string;
  number: string;
  by: Author;
  /** Figures are those of this instant. */
  at: Date;
  tables: Record<ReportTable, ReportRow[]>;
}

export const monthlyReportSchema = documentSchema<MonthlyReportDocument>('monthlyReports', {
  month: text,
  departmentId: { type: String, default: '' },
  number: text,
  by: nested,
  at: instant,
  tables: nested,
});
monthlyReportSchema.index({ tenant: 1, departmentId: 1, at: 1 });
