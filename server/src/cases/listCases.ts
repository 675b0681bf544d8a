import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { dispatchRoles } from '../identity/model.ts';
import type { CaseDocument } from './model.ts';
import { caseSummary } from './viewCase.ts';

export interface CaseQuery {
  state?: string | undefined;
  packCode?: string | undefined;
  caseNo?: string | undefined;
  /** Exact name or number of the applicant, found by blind index. */
  applicant?: string | undefined;
  mine?: boolean | undefined;
  /** Applied for online and received, to be taken up by the caller's window. */
  online?: boolean | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of the cases a person may see, latest change first. Pages go by key, never by offset. */
export async function listCases(input: { app: AppContext; actor: Actor; query: CaseQuery }) {
  const { app, actor, query } = input;
  const scope = query.online === true ? onlineScope(actor, query.state) : scopeOf(actor, query.mine === true);
  if (scope === undefined) return { items: [], nextCursor: null };
  const filter: Record<string, unknown> = { tenant: app.tenant, ...scope };
  if (query.state !== undefined) filter['state'] = query.state;
  if (query.packCode !== undefined) filter['packCode'] = query.packCode;
  if (query.caseNo !== undefined)
    filter['caseNo'] = trusted({ $gte: query.caseNo, $lt: `${query.caseNo}\uffff` });
  if (query.applicant !== undefined) {
    filter['$or'] = [
      { nameIndex: app.cipher.blindIndex('name', query.applicant) },
      { holderIndex: app.cipher.blindIndex('holder', query.applicant) },
    ];
  }
  const from = decodeCursor(query.cursor);
  if (from !== undefined) {
    filter['updatedAt'] = trusted({ $lte: from.at });
  }
  const found = (await app.models.cases
    .find(filter)
    .sort({ updatedAt: -1, _id: -1 })
    .limit(query.limit + 1 + (from === undefined ? 0 : 20))
    .lean()) as CaseDocument[];
  const after = from === undefined ? found : found.filter((entry) => isAfter(entry, from));
  const page = after.slice(0, query.limit);
  const tasks = await app.models.tasks
    .find(
      { tenant: app.tenant, caseId: trusted({ $in: page.map((entry) => entry._id) }), active: true },
      { caseId: 1, stepName: 1 },
    )
    .lean();
  const last = page.at(-1);
  return {
    items: page.map((entry) =>
      caseSummary(
        app,
        entry,
        tasks.filter((task) => task.caseId === entry._id).map((task) => task.stepName),
      ),
    ),
    nextCursor: after.length > query.limit && last !== undefined ? encodeCursor(last) : null,
  };
}

function scopeOf(actor: Actor, mine: boolean): Record<string, unknown> | undefined {
  const own = actor.department.id;
  if (actor.roles.includes('clerk') && mine) return { 'createdBy.id': actor.id };
  if (actor.roles.includes('supervisor')) return { state: trusted({ $ne: 'draft' }) };
  if (actor.roles.includes('clerk')) return { 'createdBy.departmentId': own };
  if (actor.roles.includes('approver') || actor.roles.includes('head')) {
    return { departmentIds: own, state: trusted({ $ne: 'draft' }) };
  }
  if (dispatchRoles.some((role) => actor.roles.includes(role)))
    return { departmentIds: own, 'dispatch.source': trusted({ $exists: true }) };
  return undefined;
}

/** What came in online at this window; never the drafts, which are the applicants' own. */
function onlineScope(actor: Actor, state = 'received'): Record<string, unknown> | undefined {
  if (!actor.roles.includes('clerk') || state === 'draft') return undefined;
  return { 'account.officeId': actor.department.id, state };
}

interface Cursor {
  at: Date;
  id: string;
}

function encodeCursor(last: Pick<CaseDocument, 'updatedAt' | '_id'>): string {
  return Buffer.from(`${last.updatedAt.toISOString()}|${last._id}`).toString('base64url');
}

function decodeCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString().split('|');
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? undefined : { at: date, id };
}

function isAfter(entry: Pick<CaseDocument, 'updatedAt' | '_id'>, from: Cursor): boolean {
  const time = entry.updatedAt.getTime() - from.at.getTime();
  return time < 0 || (time === 0 && entry._id < from.id);
}
