import { type Query, request, requestBlob } from './request.ts';
import type { Letter } from './supervisionRecords.ts';
import type { NamedRef, Text } from './types.ts';

/** Monthly evaluation reports; each call throws Problem. */

export interface ReportLine {
  id: string;
  /** YYYY-MM. */
  month: string;
  number: string;
  by: string;
  at: string;
  /** Null: the whole district. */
  department: NamedRef | null;
  /** The month was over when it was made. */
  whole: boolean;
}
export interface ReportTable {
  table: string;
  figures: { key: string; name: Text }[];
  rows: {
    /** Its place in the report, e.g. `2-3`. */
    ref: string;
    name: Text;
    level: string | null;
    limits: { promised: string | null; statutory: string | null } | null;
    figures: Record<string, number | null>;
  }[];
}
export interface ReportView extends ReportLine {
  tables: ReportTable[];
  letters: Letter[];
}
/** What a number of a report rests on, as it was then. */
export interface ReportLines {
  cases: {
    caseId: string;
    caseNo: string;
    department: NamedRef;
    packCode: string;
    received: string | null;
    accepted: string | null;
    decided: string | null;
    onTime: boolean | null;
    workdays: number | null;
  }[];
  records: {
    id: string;
    kind: string;
    name: Text;
    number: string;
    caseId: string;
    caseNo: string;
    department: NamedRef;
    day: string;
    grade: number | null;
  }[];
}

export const listReports = () => request<{ items: ReportLine[] }>('GET', '/supervision/reports');
export const createReport = (body: { month: string; department: string }, idempotencyKey: string) =>
  request<ReportLine>('POST', '/supervision/reports', { body, idempotencyKey });
export const readReport = (id: string) => request<ReportView>('GET', `/supervision/reports/${id}`);
export const readReportLines = (id: string, query: Query) =>
  request<ReportLines>('GET', `/supervision/reports/${id}/lines`, { query });
/** As a workbook in the language of the page, or the file that was sealed with the report. */
export const readAnnex = (id: string, sealed: boolean) =>
  requestBlob(`/supervision/reports/${id}/annex`, { sealed });
