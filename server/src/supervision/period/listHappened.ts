import { shanghaiDay, shanghaiInstant } from '@onewindow/clocks';
import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import type { CaseDocument } from '../../cases/model.ts';
import type { Actor } from '../../identity/actor.ts';
import { readCounters } from '../counters/boardView.ts';

/** What a number of a span of days counts. */
export const happenings = ['received', 'accepted', 'decided', 'onTime', 'late'] as const;
export type Happening = (typeof happenings)[number];

/** All that tells whether a case belongs to the list: most of those read do not. */
type Told = Pick<
  CaseDocument,
  '_id' | 'departmentId' | 'packCode' | 'receivedAt' | 'acceptedAt' | 'decision' | 'updatedAt'
>;
const told = {
  ...{ departmentId: 1, packCode: 1, receivedAt: 1, acceptedAt: 1, updatedAt: 1 },
  ...{ 'decision.at': 1, 'decision.onTime': 1 },
} as const;

const day = 86_400_000;
/** Days that are read together at first; a busy district fills a page in less. */
const firstDays = 2;
/** No case is older than the day before this one (YYYY-MM-DD). */
const firstEver = '2000-01-01';

export interface HappenedQuery {
  figure: Happening;
  /** First and last Shanghai day, YYYY-MM-DD; left out: of all time. */
  from?: string | undefined;
  to?: string | undefined;
  department?: string | undefined;
  item?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/**
 * The cases behind a number of a span of days, those changed last first. A head sees the own department only. What happened to a
 * case in the span changed it then or later, so that the list goes back from now to the first day and not further; of all time,
 * to where the figures of the board have been found.
 */
export async function listHappened(input: {
  app: AppContext;
  actor: Actor;
  query: HappenedQuery;
}): Promise<{ cases: CaseDocument[]; nextCursor: string | null }> {
  const { app, actor, query } = input;
  const { limit } = query;
  const departmentId = actor.roles.includes('supervisor') ? query.department : actor.department.id;
  const [at = '', id = '', toCome = ''] = Buffer.from(query.cursor ?? '', 'base64url')
    .toString()
    .split('|');
  const start = at === '' ? app.time.now() : new Date(at);
  const first = shanghaiInstant(query.from ?? firstEver, '00:00').getTime();
  const wanted = (subject: Told) =>
    (departmentId === undefined || subject.departmentId === departmentId) &&
    (query.item === undefined || subject.packCode === query.item) &&
    happened(subject, query) &&
    (at === '' ||
      subject.updatedAt < start ||
      (subject.updatedAt.getTime() === start.getTime() && subject._id < id));
  const found: Told[] = [];
  /** How many there are from this page on, where that is known. */
  const left =
    at === '' ? await counted(app, query, departmentId) : toCome === '' ? undefined : Number(toCome);
  let upper = start.getTime() + 1;
  for (
    let span = firstDays * day;
    found.length <= limit && found.length !== left && upper > first;
    span *= 2
  ) {
    const lower = Math.max(first, upper - span);
    const read = (await app.models.cases
      .find(
        {
          tenant: app.tenant,
          ...(departmentId === undefined ? {} : { departmentIds: departmentId }),
          updatedAt: trusted({ $gt: new Date(lower - 1), $lt: new Date(upper) }),
        },
        told,
      )
      .lean()) as Told[];
    found.push(...read.filter(wanted).sort(later));
    upper = lower;
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    cases: await readCases(app, page),
    nextCursor:
      found.length > limit && last !== undefined
        ? Buffer.from(
            `${last.updatedAt.toISOString()}|${last._id}|${left === undefined ? '' : left - page.length}`,
          ).toString('base64url')
        : null,
  };
}

/** How many the figures count of all time; undefined for what they count by day only, and for a span. */
async function counted(
  app: AppContext,
  { figure, item, from, to }: HappenedQuery,
  departmentId: string | undefined,
): Promise<number | undefined> {
  if (from !== undefined || to !== undefined || figure === 'received' || figure === 'accepted')
    return undefined;
  let sum = 0;
  for (const counter of await readCounters(app)) {
    if (counter.group !== 'case') continue;
    if (departmentId !== undefined && counter.departmentId !== departmentId) continue;
    if (item !== undefined && counter.packCode !== item) continue;
    sum += (figure === 'late' ? 0 : counter.onTime) + (figure === 'onTime' ? 0 : counter.late);
  }
  return sum;
}

/** The whole of these cases, in their order. */
async function readCases(app: AppContext, page: readonly Told[]): Promise<CaseDocument[]> {
  const ids = page.map(({ _id }) => _id);
  const read = (await app.models.cases
    .find({ _id: trusted({ $in: ids }), tenant: app.tenant })
    .lean()) as CaseDocument[];
  const byId = new Map(read.map((subject) => [subject._id, subject]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function happened({ receivedAt, acceptedAt, decision }: Told, { figure, from, to }: HappenedQuery): boolean {
  const at = figure === 'received' ? receivedAt : figure === 'accepted' ? acceptedAt : decision?.at;
  if (at == null) return false;
  const of = shanghaiDay(at);
  if ((from !== undefined && of < from) || (to !== undefined && of > to)) return false;
  return figure === 'onTime' ? decision?.onTime === true : figure !== 'late' || decision?.onTime === false;
}

function later(one: Told, other: Told): number {
  return other.updatedAt.getTime() - one.updatedAt.getTime() || (other._id < one._id ? -1 : 1);
}
