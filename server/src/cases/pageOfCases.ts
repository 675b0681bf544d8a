import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { readBackwards } from '../store/readBackwards.ts';
import type { CaseDocument } from './model.ts';

/** Milliseconds: a busy office fills a page in about half a day. */
const firstSpan = 6 * 3_600_000;

interface Place {
  at: Date;
  id: string;
}

/**
 * A page of cases, latest change first, and where the next one begins. `scope` is compared by an index that begins with the
 * tenant, these fields and `updatedAt`; all else is asked of each case that was read.
 */
export async function pageOfCases(options: {
  app: AppContext;
  scope: Record<string, string>;
  accept: (subject: CaseDocument) => boolean;
  cursor?: string | undefined;
  limit: number;
}): Promise<{ page: CaseDocument[]; nextCursor: string | null }> {
  const { app, scope, accept, limit } = options;
  const from = readPlace(options.cursor);
  const found = await readBackwards({
    // What was written by a copy whose clock goes ahead belongs to the list too.
    before:
      from === undefined ? new Date(app.time.now().getTime() + 86_400_000) : new Date(from.at.getTime() + 1),
    firstSpan,
    count: limit + 1,
    read: async (after, before) => {
      const read = (await app.models.cases
        .find({ tenant: app.tenant, ...scope, updatedAt: trusted({ $gt: after, $lt: before }) })
        .lean()) as CaseDocument[];
      return read.filter((subject) => (from === undefined || isAfter(subject, from)) && accept(subject));
    },
    compare: latestFirst,
  });
  return pageOf(found, limit);
}

/** The page that begins a list of cases found by other means. */
export function pageOf(
  found: readonly CaseDocument[],
  limit: number,
): { page: CaseDocument[]; nextCursor: string | null } {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const nextCursor =
    found.length > limit && last !== undefined
      ? Buffer.from(`${last.updatedAt.toISOString()}|${last._id}`).toString('base64url')
      : null;
  return { page, nextCursor };
}

/** A cursor that no page gave counts as none. */
export function readPlace(cursor: string | undefined): Place | undefined {
  const [at = '', id = ''] = Buffer.from(cursor ?? '', 'base64url')
    .toString()
    .split('|');
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? undefined : { at: date, id };
}

export function isAfter(subject: Pick<CaseDocument, 'updatedAt' | '_id'>, from: Place): boolean {
  const time = subject.updatedAt.getTime() - from.at.getTime();
  return time < 0 || (time === 0 && subject._id < from.id);
}

export function latestFirst(one: CaseDocument, other: CaseDocument): number {
  return other.updatedAt.getTime() - one.updatedAt.getTime() || (one._id < other._id ? 1 : -1);
}
