import { shanghaiDay } from '@onewindow/clocks';
import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import type { CaseDocument } from '../../cases/model.ts';
import { type RecordFact, readRecords } from './readRecords.ts';
import { type ReportScope, spanOfMonth } from './spanOfMonth.ts';

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

/** What happened in a month, in one department or in all of them: read from cases and records themselves, not from counters. */
export async function readFacts(app: AppContext, of: ReportScope): Promise<ReportFacts> {
  return { cases: await readCases(app, of), records: await readRecords(app, of) };
}

/** A case that was received, accepted or decided in the month was changed then or later. */
async function readCases(app: AppContext, { month, departmentId, now }: ReportScope): Promise<CaseFact[]> {
  const { from } = spanOfMonth(month);
  const found = (await app.models.cases
    .find(
      {
        tenant: app.tenant,
        ...(departmentId === '' ? {} : { departmentIds: departmentId }),
        updatedAt: trusted({ $gt: new Date(from.getTime() - 1), $lt: new Date(now.getTime() + 1) }),
      },
      {
        ...{ caseNo: 1, departmentId: 1, packCode: 1, receivedAt: 1, acceptedAt: 1 },
        ...{ 'decision.at': 1, 'decision.kind': 1, 'decision.onTime': 1, 'decision.workdays': 1 },
      },
    )
    .lean()) as CaseDocument[];
  return found
    .filter((subject) => departmentId === '' || subject.departmentId === departmentId)
    .map((subject) => caseFact(subject, month))
    .filter(({ received, accepted, decided }) => (received ?? accepted ?? decided) !== undefined)
    .sort((one, other) => (one.caseNo < other.caseNo ? -1 : 1));
}

function caseFact(subject: CaseDocument, month: string): CaseFact {
  const { _id, caseNo = '', departmentId, packCode, receivedAt, acceptedAt, decision } = subject;
  const within = (at: Date | null | undefined) => {
    const day = at == null ? '' : shanghaiDay(at);
    return day.startsWith(month) ? day : undefined;
  };
  const [received, accepted, decided] = [within(receivedAt), within(acceptedAt), within(decision?.at)];
  return {
    ...{ caseId: _id, caseNo, departmentId, packCode },
    ...(received === undefined ? {} : { received }),
    ...(accepted === undefined ? {} : { accepted }),
    ...(decided === undefined || decision === undefined
      ? {}
      : {
          decided: {
            day: decided,
            kind: decision.kind,
            onTime: decision.onTime,
            workdays: decision.workdays ?? null,
          },
        }),
  };
}
