import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';
import { beyondAll } from '../inbox/model.ts';
import type { PublicationDocument } from './model.ts';
import { readPublished } from './readPublication.ts';
import { type PermitStatus, statusesOf } from './statusOf.ts';

export interface PublishedQuery {
  department?: string | undefined;
  /** Shanghai days of publication, both included. */
  from?: string | undefined;
  to?: string | undefined;
  /** Number of the decision, or how the name of an organisation begins. */
  q?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of what is published, the latest first. Pages go by key, never by offset. */
export async function listPublished(app: AppContext, query: PublishedQuery) {
  const { page, more } = await pageOfPublished(app, query);
  const statuses = await statusesOf(app, page);
  const last = page.at(-1)?.listKey;
  return {
    items: page.map((one) => viewPublished(app, one, statuses.get(one._id) ?? null)),
    nextCursor: more && last !== undefined ? Buffer.from(last).toString('base64url') : null,
  };
}

/** What anybody may read of one decision. Throws AppError `notFound`. */
export async function viewOnePublished(app: AppContext, id: string) {
  const found = await readPublished(app, id);
  const statuses = await statusesOf(app, [found]);
  return viewPublished(app, found, statuses.get(id) ?? null);
}

export async function pageOfPublished(
  app: AppContext,
  query: PublishedQuery,
): Promise<{ page: PublicationDocument[]; more: boolean }> {
  const found = query.q === undefined ? await walk(app, query) : await search(app, query, query.q);
  return { page: found.slice(0, query.limit), more: found.length > query.limit };
}

async function walk(app: AppContext, query: PublishedQuery): Promise<PublicationDocument[]> {
  const { department, cursor, limit } = query;
  const before = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString();
  const to = query.to === undefined ? beyondAll : `${endOf(query.to)}|`;
  const from = query.from === undefined ? '' : startOf(query.from);
  const end = before !== undefined && before < to ? before : to;
  return (await app.models.publications
    .find({
      tenant: app.tenant,
      state: 'published',
      ...(department === undefined ? {} : { departmentId: department }),
      listKey: trusted({ $gt: from, $lt: end }),
    })
    .sort({ listKey: -1 })
    .limit(limit + 1)
    .lean()) as PublicationDocument[];
}

/** More than this matches nobody reads. */
const mostFound = 200;

/** By number of the decision, else by the beginning of the name; each on an index of its own, the rest in memory. */
async function search(app: AppContext, query: PublishedQuery, q: string): Promise<PublicationDocument[]> {
  const published = { tenant: app.tenant, state: 'published' as const };
  const [byNumber, byName] = await Promise.all([
    app.models.publications.find({ ...published, documentNo: q }).lean(),
    app.models.publications
      .find({ ...published, subjectName: trusted({ $gte: q, $lt: `${q}${beyondAll}` }) })
      .limit(mostFound)
      .lean(),
  ]);
  const from = query.from === undefined ? '' : startOf(query.from);
  const to = query.to === undefined ? beyondAll : endOf(query.to);
  const found = new Map([...byNumber, ...byName].map((one) => [one._id, one as PublicationDocument]));
  const before = query.cursor === undefined ? beyondAll : Buffer.from(query.cursor, 'base64url').toString();
  return [...found.values()]
    .filter(({ departmentId }) => query.department === undefined || departmentId === query.department)
    .filter(({ listKey = '' }) => listKey > from && listKey < to && listKey < before)
    .sort((a, b) => ((a.listKey ?? '') < (b.listKey ?? '') ? 1 : -1));
}

/** First instant of a Shanghai day, as keys are written. */
function startOf(day: string): string {
  return new Date(`${day}T00:00:00+08:00`).toISOString();
}

/** First instant of the day after. */
function endOf(day: string): string {
  return new Date(new Date(`${day}T00:00:00+08:00`).getTime() + 86_400_000).toISOString();
}

/** Nothing of the case itself: an entry stands for itself. */
function viewPublished(app: AppContext, publication: PublicationDocument, status: PermitStatus | null) {
  const { _id, entry, itemName, departmentId, publishedAt, correctedAt } = publication;
  if (entry === undefined) throw new Error(`publication ${_id} has no entry`);
  return {
    id: _id,
    itemName,
    department: departmentRef(app, departmentId),
    publishedAt: publishedAt?.toISOString() ?? '',
    correctedAt: correctedAt?.toISOString() ?? null,
    status,
    entry,
  };
}

/** Departments that may decide and publish, for the filter of the public page: those of the district and of its towns. */
export function publishingDepartments(app: AppContext) {
  const departments = app.organisation.departments().filter(({ level }) => level !== 'village');
  return { items: departments.map(({ departmentId }) => departmentRef(app, departmentId)) };
}
