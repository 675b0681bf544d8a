import { type BaseDocument, documentSchema, instant, nested, text } from '../../store/documentSchema.ts';
import type { Author } from '../model.ts';
import type { ReportTables } from './figures.ts';

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
  tables: ReportTables;
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
