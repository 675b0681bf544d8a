import { shanghaiDay } from '@onewindow/clocks';
import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import type { CardDocument, FindingDocument, UrgeDocument } from '../model.ts';
import { type ReportScope, spanOfMonth } from './spanOfMonth.ts';

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

/** What supervision found and did in a month, and how applicants rated; by day. */
export async function readRecords(
  app: AppContext,
  { month, departmentId, now }: ReportScope,
): Promise<RecordFact[]> {
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
