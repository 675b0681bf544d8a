import type { RecordFact } from './readRecords.ts';

/** What a report knows of a case; days are Shanghai days, YYYY-MM-DD. */
export interface CaseFact {
  caseId: string;
  caseNo: string;
  departmentId: string;
  packCode: string;
  received?: string;
  accepted?: string;
  decided?: { day: string; kind: 'grant' | 'refuse'; onTime: boolean; workdays: number | null };
}

/** Everything that the numbers of a report rest on. */
export interface ReportFacts {
  cases: CaseFact[];
  records: RecordFact[];
}

/** Whether a report of the department (empty: of all) counts anything of the case. */
export function isCounted({ departmentId, received, accepted, decided }: CaseFact, of: string): boolean {
  return (of === '' || departmentId === of) && (received ?? accepted ?? decided) !== undefined;
}
