import { shanghaiDay } from '@onewindow/clocks';
import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import type { CaseDocument } from '../../cases/model.ts';
import type { CaseFact } from './reportFacts.ts';
import { type ReportScope, spanOfMonth } from './spanOfMonth.ts';

/** Cases changed in so long are read at once: a whole month in one answer keeps everybody else waiting. */
const window = 6 * 3_600_000;
const endOfTime = Date.UTC(9999, 0, 1);

/**
 * Gives away, window by window, what a month saw of cases: read from the cases themselves, not from counters. A case may come again
 * as it is by then, also as one that the month or the department no longer has to do with (`isCounted`).
 * A case that was received, accepted or decided in the month was changed then or later. One that changes while they are read
 * moves on into a window not yet read, so that none is missed; what happens after `now` does not count.
 */
export async function readCases(
  app: AppContext,
  { month, departmentId, now }: ReportScope,
  give: (cases: CaseFact[]) => void,
): Promise<void> {
  const end = now.getTime();
  const read = async (from: number, to: number) => {
    const changed = await changedBetween(app, departmentId, from, to);
    give(changed.map((subject) => caseFact(subject, month, now)));
  };
  for (let from = spanOfMonth(month).from.getTime(); from < end; from += window)
    await read(from, Math.min(from + window, end));
  await read(end, endOfTime);
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
