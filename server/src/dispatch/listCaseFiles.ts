import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { pageOfCases } from '../cases/pageOfCases.ts';
import type { Actor } from '../identity/actor.ts';
import { currentSteps } from '../inbox/currentSteps.ts';
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
  const scope: Record<string, string> = actor.roles.includes('supervisor')
    ? {}
    : query.mine === true
      ? { 'createdBy.departmentId': actor.department.id }
      : { departmentIds: actor.department.id };
  const { page, nextCursor } = await pageOfCases({
    app,
    scope,
    accept: ({ dispatch, packCode, state }) =>
      dispatch?.source !== undefined &&
      (query.packCode === undefined || packCode === query.packCode) &&
      (query.state === undefined || (state === 'accepted') === (query.state === 'open')),
    cursor: query.cursor,
    limit: query.limit,
  });
  const stepsOf = await currentSteps(app);
  const items = await Promise.all(
    (page as CaseFile[]).map(async (subject) =>
      caseFileSummary(
        app,
        await app.packs.version(subject.packCode, subject.packVersion),
        subject,
        stepsOf(subject._id),
      ),
    ),
  );
  return { items, nextCursor };
}
