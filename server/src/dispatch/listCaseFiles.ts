import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { Actor } from '../identity/actor.ts';
import type { DispatchState } from './dispatchState.ts';
import { caseFileSummary } from './viewCaseFile.ts';

export interface CaseFileQuery {
  packCode?: string | undefined;
  /** open: not ended; ended: closed or void. */
  state?: 'open' | 'ended' | undefined;
  /** Those that the person's own department reported. */
  mine?: boolean | undefined;
  cursor?: string | undefined;
  limit: number;
}

type CaseFile = CaseDocument & { dispatch: DispatchState };

/** A page of the case files that a person may see, latest change first; pages go by key, never by offset. */
export async function listCaseFiles(input: { app: AppContext; actor: Actor; query: CaseFileQuery }) {
  const { app, actor, query } = input;
  const { tenant } = app;
  const [at = '', id = ''] = Buffer.from(query.cursor ?? '', 'base64url')
    .toString()
    .split('|');
  const scope = actor.roles.includes('supervisor')
    ? {}
    : query.mine === true
      ? { 'createdBy.departmentId': actor.department.id }
      : { departmentIds: actor.department.id };
  const found = (await app.models.cases
    .find({
      tenant,
      ...scope,
      'dispatch.source': trusted({ $exists: true }),
      ...(query.packCode === undefined ? {} : { packCode: query.packCode }),
      ...(query.state === undefined
        ? {}
        : { state: query.state === 'open' ? 'accepted' : trusted({ $ne: 'accepted' }) }),
      ...(query.cursor === undefined ? {} : { updatedAt: trusted({ $lte: new Date(at) }) }),
    })
    .sort({ updatedAt: -1, _id: -1 })
    .limit(query.limit + 1 + (query.cursor === undefined ? 0 : 20))
    .lean()) as CaseFile[];
  const after = found.filter(
    ({ updatedAt, _id }) =>
      query.cursor === undefined ||
      updatedAt < new Date(at) ||
      (updatedAt.getTime() === new Date(at).getTime() && _id < id),
  );
  const page = after.slice(0, query.limit);
  const last = page.at(-1);
  const tasks = await app.models.tasks
    .find(
      { tenant, caseId: trusted({ $in: page.map((entry) => entry._id) }), active: true },
      { caseId: 1, stepName: 1 },
    )
    .lean();
  const items = await Promise.all(
    page.map(async (subject) =>
      caseFileSummary(
        app,
        await app.packs.version(subject.packCode, subject.packVersion),
        subject,
        tasks.filter((task) => task.caseId === subject._id).map((task) => task.stepName),
      ),
    ),
  );
  return {
    items,
    nextCursor:
      after.length > query.limit && last !== undefined
        ? Buffer.from(`${last.updatedAt.toISOString()}|${last._id}`).toString('base64url')
        : null,
  };
}
