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

/** Cases changed in so long are read at once: a whole month in one answer keeps everybody else waiting. */
const window = 6 * 3_600_000;
const endOfTime = Date.UTC(9999, 0, 1);

/**
 * A case that was received, accepted or decided in the month was changed then or later. One that changes while they are read
 * moves on into a window not yet read, so that none is missed; what happens after `now` does not count.
 */
async function readCases(app: AppContext, { month, departmentId, now }: ReportScope): Promise<CaseFact[]> {
  const found = new Map<string, CaseDocument>();
  const end = now.getTime();
  const read = async (from: number, to: number) => {
    for (const subject of await changedBetween(app, departmentId, from, to)) found.set(subject._id, subject);
  };
  for (let from = spanOfMonth(month).from.getTime(); from < end; from += window)
    await read(from, Math.min(from + window, end));
  await read(end, endOfTime);
  return [...found.values()]
    .filter((subject) => departmentId === '' || subject.departmentId === departmentId)
    .map((subject) => caseFact(subject, month, now))
    .filter(({ received, accepted, decided }) => (received ?? accepted ?? decided) !== undefined)
    .sort((one, other) => (one.caseNo < other.caseNo ? -1 : 1));
}

/** From the first instant on, before the second. */
async function changedBetween(
  app: AppContext,
  departmentId: string,
  from: number,
  to: number,
): Promise<CaseDocument[]> {
  return (await app.models.cases
    .find(
      {
        tenant: app.tenant,
        ...(departmentId === '' ? {} : { departmentIds: departmentId }),
        updatedAt: trusted({ $gt: new Date(from - 1), $lt: new Date(to) }),
      },
      {
        ...{ caseNo: 1, departmentId: 1, packCode: 1, receivedAt: 1, acceptedAt: 1 },
        ...{ 'decision.at': 1, 'decision.kind': 1, 'decision.onTime': 1, 'decision.workdays': 1 },
      },
    )
    .lean()) as CaseDocument[];
}

function caseFact(subject: CaseDocument, month: string, now: Date): CaseFact {
  const { _id, caseNo = '', departmentId, packCode, receivedAt, acceptedAt, decision } = subject;
  const within = (at: Date | null | undefined) => {
    const day = at == null || at > now ? '' : shanghaiDay(at);
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
