import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { dispatchRoles } from '../identity/model.ts';
import { currentSteps } from '../inbox/currentSteps.ts';
import type { CaseDocument } from './model.ts';
import { isAfter, latestFirst, pageOf, pageOfCases, readPlace } from './pageOfCases.ts';
import { caseSummary } from './viewCase.ts';

/** So many characters of a number tell the area and the day. */
const tellingNumber = 14;

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
  const accept = (subject: CaseDocument) =>
    scope.holds(subject) &&
    (query.state === undefined || subject.state === query.state) &&
    (query.packCode === undefined || subject.packCode === query.packCode) &&
    (query.caseNo === undefined || subject.caseNo?.startsWith(query.caseNo) === true);
  const { page, nextCursor } =
    query.applicant === undefined && (query.caseNo ?? '').length < tellingNumber
      ? await pageOfCases({ app, scope: scope.fields, accept, cursor: query.cursor, limit: query.limit })
      : await pageOfFound(app, accept, query);
  const stepsOf = await currentSteps(app);
  return { items: page.map((entry) => caseSummary(app, entry, stepsOf(entry._id))), nextCursor };
}

/** Cases found by a number's beginning or the exact name or number of the applicant: few, so read at once. */
async function pageOfFound(app: AppContext, accept: (subject: CaseDocument) => boolean, query: CaseQuery) {
  const { tenant, cipher } = app;
  const { applicant, caseNo = '' } = query;
  const filters =
    applicant === undefined
      ? [{ tenant, caseNo: trusted({ $gte: caseNo, $lt: `${caseNo}\uffff` }) }]
      : [
          { tenant, nameIndex: cipher.blindIndex('name', applicant) },
          { tenant, holderIndex: cipher.blindIndex('holder', applicant) },
        ];
  const read = await Promise.all(filters.map((filter) => app.models.cases.find(filter).lean()));
  const found = new Map((read.flat() as CaseDocument[]).map((subject) => [subject._id, subject]));
  const from = readPlace(query.cursor);
  const wanted = [...found.values()].filter(
    (subject) => accept(subject) && (from === undefined || isAfter(subject, from)),
  );
  return pageOf(wanted.sort(latestFirst), query.limit);
}

/** Fields that an index compares, and the whole of it asked of a case that was read. */
interface Scope {
  fields: Record<string, string>;
  holds: (subject: CaseDocument) => boolean;
}

function scopeOf(actor: Actor, mine: boolean): Scope | undefined {
  const own = actor.department.id;
  const ofDepartment = (holds: (subject: CaseDocument) => boolean): Scope => ({
    fields: { departmentIds: own },
    holds: (subject) => subject.departmentIds.includes(own) && holds(subject),
  });
  const notDraft = ({ state }: CaseDocument) => state !== 'draft';
  if (actor.roles.includes('clerk') && mine)
    return { fields: { 'createdBy.id': actor.id }, holds: ({ createdBy }) => createdBy.id === actor.id };
  if (actor.roles.includes('supervisor')) return { fields: {}, holds: notDraft };
  if (actor.roles.includes('clerk'))
    return {
      fields: { 'createdBy.departmentId': own },
      holds: ({ createdBy }) => createdBy.departmentId === own,
    };
  if (actor.roles.includes('approver') || actor.roles.includes('head')) return ofDepartment(notDraft);
  if (dispatchRoles.some((role) => actor.roles.includes(role)))
    return ofDepartment(({ dispatch }) => dispatch?.source !== undefined);
  return undefined;
}

/** What came in online at this window; never the drafts, which are the applicants' own. */
function onlineScope(actor: Actor, state = 'received'): Scope | undefined {
  if (!actor.roles.includes('clerk') || state === 'draft') return undefined;
  const officeId = actor.department.id;
  return {
    fields: { 'account.officeId': officeId, state },
    holds: (subject) => subject.account?.officeId === officeId && subject.state === state,
  };
}
