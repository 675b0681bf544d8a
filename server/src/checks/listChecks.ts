import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { upTo } from '../store/upTo.ts';
import type { CheckDocument } from './model.ts';
import { checkSummary } from './viewCheck.ts';

export type CheckLight = 'green' | 'yellow' | 'red';

export interface CheckQuery {
  light?: CheckLight | undefined;
  cursor?: string | undefined;
  limit: number;
}

const dayLength = 86_400_000;
/** Ten years and more: nothing is planned further ahead. */
const horizon = 4_096 * dayLength;

/**
 * A page of the checks of the actor's department that are to be made, most urgent first. Read by due instant in spans that
 * grow, because the embedded store reads a sorted range to its end however few entries are asked for.
 */
export async function listChecks(input: { app: AppContext; actor: Actor; query: CheckQuery }) {
  const { app, actor, query } = input;
  const now = wholeMinute(app.time.now());
  const after = query.cursor === undefined ? undefined : cursorOf(query.cursor);
  const fits = (check: CheckDocument) =>
    (after === undefined || isAfter(check, after)) &&
    (query.light === undefined || lightOf(check, now) === query.light);
  const found: CheckDocument[] = [];
  const wanted = query.limit + 1;
  for (const [from, to] of spans(query.light, now, after?.dueAt)) {
    const range = from === undefined ? { $gt: new Date(0), $lt: to } : { $gte: from, $lt: to };
    const part = (await app.models.checks
      .find({
        tenant: app.tenant,
        departmentId: actor.department.id,
        open: true,
        dueAt: trusted(range),
      })
      .lean()) as CheckDocument[];
    found.push(...part.filter(fits).sort(byDue));
    if (found.length >= wanted) break;
  }
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map((check) => checkSummary(app, check)),
    nextCursor:
      found.length > query.limit && last !== undefined
        ? Buffer.from(`${last.dueAt.getTime()} ${last._id}`).toString('base64url')
        : null,
  };
}

/** How many checks of the department show red and yellow; counted by index. */
export async function countChecks(input: { app: AppContext; actor: Actor }) {
  const { app, actor } = input;
  const own = { tenant: app.tenant, departmentId: actor.department.id, open: true };
  const now = wholeMinute(app.time.now());
  const [red, begun] = await Promise.all([
    app.models.checks.countDocuments({ ...own, dueAt: trusted({ $gt: new Date(0), $lt: now }) }),
    app.models.checks.countDocuments({ ...own, yellowAt: upTo(now) }),
  ]);
  return { red, yellow: Math.max(0, begun - red) };
}

/** [from, to) of the due instant, one after the other: what is over at once, what is ahead in spans that double. */
function* spans(
  light: CheckLight | undefined,
  now: Date,
  after: Date | undefined,
): Generator<[Date | undefined, Date]> {
  if (light !== 'green' && light !== 'yellow' && (after === undefined || after < now)) yield [after, now];
  if (light === 'red') return;
  let from = after === undefined || after < now ? now : after;
  for (let length = 32 * dayLength; from.getTime() < now.getTime() + horizon; length *= 2) {
    const to = new Date(from.getTime() + length);
    yield [from, to];
    from = to;
  }
}

function lightOf(check: CheckDocument, now: Date): CheckLight {
  if (check.dueAt < now) return 'red';
  return check.yellowAt <= now ? 'yellow' : 'green';
}

function isAfter(check: CheckDocument, after: { dueAt: Date; id: string }): boolean {
  const difference = check.dueAt.getTime() - after.dueAt.getTime();
  return difference > 0 || (difference === 0 && check._id > after.id);
}

function byDue(one: CheckDocument, other: CheckDocument): number {
  return one.dueAt.getTime() - other.dueAt.getTime() || (one._id < other._id ? -1 : 1);
}

function cursorOf(text: string): { dueAt: Date; id: string } {
  const [time = '0', id = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  return { dueAt: new Date(Number(time) || 0), id };
}

function wholeMinute(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000);
}
