import { shanghaiDay, shanghaiInstant } from '@onewindow/clocks';
import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import type { CaseDocument } from '../../cases/model.ts';
import type { CardDocument, FindingDocument, UrgeDocument } from '../model.ts';

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

export const recordKinds = [
  'finding',
  'complaint',
  'reminder',
  'order',
  'yellowCard',
  'redCard',
  'rating',
] as const;

/** What a report knows of an act of supervision, or of a rating. */
export interface RecordFact {
  id: string;
  kind: (typeof recordKinds)[number];
  /** Number of its letter; empty where it has none. */
  number: string;
  /** Empty where it is about no case. */
  caseId: string;
  caseNo: string;
  departmentId: string;
  day: string;
  /** Of a finding: it was closed as right. */
  valid?: boolean;
  /** Of a finding: its rule. */
  rule?: string;
  /** Of a rating: 5 best, 1 worst. */
  grade?: number;
}

/** Everything that the numbers of a report rest on. */
export interface ReportFacts {
  cases: CaseFact[];
  records: RecordFact[];
}

/** First instant of a month and of the one after it. */
export function spanOfMonth(month: string): { from: Date; to: Date } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { from: shanghaiInstant(`${month}-01`, '00:00'), to: shanghaiInstant(`${next}-01`, '00:00') };
}

/** What happened in a month, in one department or in all of them: read from cases and records themselves, not from counters. */
export async function readFacts(
  app: AppContext,
  of: { month: string; departmentId: string; now: Date },
): Promise<ReportFacts> {
  return { cases: await readCases(app, of), records: await readRecords(app, of) };
}

interface Of {
  month: string;
  departmentId: string;
  now: Date;
}

/** A case that was received, accepted or decided in the month was changed then or later. */
async function readCases(app: AppContext, { month, departmentId, now }: Of): Promise<CaseFact[]> {
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

async function readRecords(app: AppContext, { month, departmentId, now }: Of): Promise<RecordFact[]> {
  const { models, tenant } = app;
  const { from, to } = spanOfMonth(month);
  const end = to < now ? to : new Date(now.getTime() + 1);
  const range = trusted({ $gt: new Date(from.getTime() - 1), $lt: end });
  const scope = { tenant, ...(departmentId === '' ? {} : { departmentId }) };
  const [findings, urges, cards, ratings] = await Promise.all([
    models.findings.find({ ...scope, foundAt: range }).lean(),
    models.urges.find({ ...scope, at: range }).lean(),
    models.cards.find({ ...scope, at: range }).lean(),
    models.satisfactions.find({ ...scope, at: range }).lean(),
  ]);
  const base = (of: { _id: string; caseId: string; caseNo: string; departmentId: string }, at: Date) => ({
    ...{ id: of._id, caseId: of.caseId, caseNo: of.caseNo, departmentId: of.departmentId },
    ...{ day: shanghaiDay(at), number: '' },
  });
  return [
    ...(findings as FindingDocument[]).map(
      (finding): RecordFact => ({
        ...base(finding, finding.foundAt),
        kind: finding.kind === 'complaint' ? 'complaint' : 'finding',
        valid: finding.result === 'valid',
        rule: finding.kind,
      }),
    ),
    ...(urges as UrgeDocument[]).map(
      (urge): RecordFact => ({
        ...base(urge, urge.at),
        kind: urge.kind,
        number: urge.number ?? '',
      }),
    ),
    // One that was revoked was issued in error: it does not count, here as in the list of cards.
    ...(cards as CardDocument[])
      .filter(({ stage }) => stage !== 'revoked')
      .map(
        (card): RecordFact => ({
          ...base(card, card.at),
          kind: card.colour === 'red' ? 'redCard' : 'yellowCard',
          number: card.number,
        }),
      ),
    ...ratings.map(
      (rating): RecordFact => ({ ...base(rating, rating.at), kind: 'rating', grade: rating.grade }),
    ),
  ].sort((one, other) =>
    one.day === other.day ? (one.id < other.id ? -1 : 1) : one.day < other.day ? -1 : 1,
  );
}
