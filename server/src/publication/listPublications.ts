import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { departmentRef } from '../cases/viewCase.ts';
import { lightOfSummary, remainingOf } from '../clocks/lightOfSummary.ts';
import type { Actor } from '../identity/actor.ts';
import { readBackwards } from '../store/readBackwards.ts';
import { composeEntry, digestOf } from './composeEntry.ts';
import type { PublicationDocument, PublicationState } from './model.ts';
import { openObjectionsOf, viewObjections } from './objections.ts';

/** Lines of a department's list: who has more due than this has another problem. */
const most = 200;
/** Milliseconds; further ahead than this no publication is due. */
const month = 31 * 86_400_000;

/** The publications of a department in one state, what is due first in front, the latest decided first of the others. */
export async function listPublications(input: {
  app: AppContext;
  actor: Actor;
  state: PublicationState;
  /** Supervisors name one; others have their own. */
  department?: string | undefined;
}) {
  const { app, actor, state } = input;
  const own = actor.roles.includes('supervisor') ? input.department : actor.department.id;
  const departments =
    own === undefined ? app.organisation.departments().map((one) => one.departmentId) : [own];
  const latest = await Promise.all(departments.map((id) => latestOf(app, id, state)));
  const order = state === 'due' ? 1 : -1;
  const found = latest
    .flat()
    .sort((one, other) => order * (one.dueAt.getTime() - other.dueAt.getTime()))
    .slice(0, most);
  const objections = await openObjectionsOf(app, departments);
  return {
    items: found.map((publication) => ({
      ...summary(app, publication),
      openObjections: objections.get(publication._id) ?? 0,
    })),
  };
}

/** Those of one department that were due last; of the ones that are still due, which are few, all. */
async function latestOf(
  app: AppContext,
  departmentId: string,
  state: PublicationState,
): Promise<PublicationDocument[]> {
  const scope = { tenant: app.tenant, departmentId, state };
  if (state === 'due') return (await app.models.publications.find(scope).lean()) as PublicationDocument[];
  return readBackwards({
    before: new Date(app.time.now().getTime() + month),
    firstSpan: 2 * month,
    count: most,
    read: async (after, before) =>
      (await app.models.publications
        .find({ ...scope, dueAt: trusted({ $gt: after, $lt: before }) })
        .lean()) as PublicationDocument[],
    compare: (one, other) => other.dueAt.getTime() - one.dueAt.getTime(),
  });
}

export function summary(app: AppContext, publication: PublicationDocument) {
  const { dueAt, yellowAt, state } = publication;
  const now = app.time.now();
  return {
    id: publication._id,
    caseId: publication.caseId,
    caseNo: publication.caseNo,
    itemName: publication.itemName,
    department: departmentRef(app, publication.departmentId),
    release: publication.release,
    personal: publication.personal,
    state,
    decidedAt: publication.decidedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    light: state === 'due' ? lightOfSummary({ dueAt, yellowAt, state: 'running' }, now) : null,
    remaining: state === 'due' ? remainingOf(app.calendar.calendar, dueAt, now) : null,
    subjectName: publication.subjectName ?? null,
    documentNo: publication.documentNo ?? null,
    publishedAt: publication.publishedAt?.toISOString() ?? null,
    publishedBy: publication.publishedBy?.name ?? null,
    takeDownAt: publication.takeDownAt?.toISOString() ?? null,
    ended:
      publication.ended === undefined
        ? null
        : { ground: publication.ended.ground, at: publication.ended.at.toISOString() },
    version: publication.version,
  };
}

/** One publication for its department: the entry that is open, or the covered preview of what would be. */
export async function viewPublication(app: AppContext, actor: Actor, publication: PublicationDocument) {
  const subject = (await app.models.cases
    .findOne({ _id: publication.caseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  const waits = publication.state === 'due' || publication.state === 'withdrawn';
  const preview = waits && subject !== null ? await composeEntry(app, subject) : undefined;
  const entry = publication.entry ?? preview?.entry ?? null;
  const own = actor.department.id === publication.departmentId;
  const works = own && actor.roles.some((role) => role === 'approver' || role === 'head');
  const objections = await viewObjections(app, publication, works);
  return {
    ...summary(app, publication),
    openObjections: objections.filter(({ state }) => state === 'open').length,
    entry,
    digest: preview?.entry === undefined ? null : digestOf(preview.entry),
    lacking: preview?.lacking ?? [],
    canPublish: works && waits && preview?.entry !== undefined,
    canCorrect: works && publication.state === 'published',
    canWithdraw:
      works &&
      (publication.state === 'published' || (publication.state === 'due' && actor.roles.includes('head'))),
    objections,
  };
}

/** The publication of a case's latest decision, undefined where it has none. */
export async function publicationOfCase(
  app: AppContext,
  caseId: string,
): Promise<PublicationDocument | undefined> {
  const found = (await app.models.publications
    .find({ tenant: app.tenant, caseId })
    .lean()) as PublicationDocument[];
  return found.sort((a, b) => b.decisionNo - a.decisionNo)[0];
}
