import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { lightOfSummary } from '../clocks/lightOfSummary.ts';
import type { Actor } from '../identity/actor.ts';
import { oneACase, openClocks } from './openClocks.ts';

/** Open cases of a department under a light, most urgent first. A head sees only the own department. */
export async function listByLight(input: {
  app: AppContext;
  actor: Actor;
  query: {
    department?: string | undefined;
    light?: string | undefined;
    cursor?: string | undefined;
    limit: number;
  };
}): Promise<{ cases: CaseDocument[]; nextCursor: string | null }> {
  const { app, actor, query } = input;
  const department = actor.roles.includes('supervisor') ? query.department : actor.department.id;
  const now = app.time.now();
  const clocks = oneACase(await openClocks(app, department))
    .filter(({ state, dueAt, yellowAt }) => {
      const running = state === 'paused' ? 'paused' : 'running';
      return (
        query.light === undefined || lightOfSummary({ dueAt, yellowAt, state: running }, now) === query.light
      );
    })
    .map((clock) => ({ caseId: clock.caseId, place: `${clock.dueAt.toISOString()}|${clock.caseId}` }))
    .sort((one, other) => (one.place < other.place ? -1 : 1));
  const after = Buffer.from(query.cursor ?? '', 'base64url').toString();
  const wanted = clocks.filter(({ place }) => place > after);
  const page = wanted.slice(0, query.limit);
  const ids = page.map(({ caseId }) => caseId);
  const found = (await app.models.cases
    .find({ _id: trusted({ $in: ids }), tenant: app.tenant })
    .lean()) as CaseDocument[];
  const last = page.at(-1);
  return {
    cases: ids.flatMap((id) => found.find(({ _id }) => _id === id) ?? []),
    nextCursor:
      wanted.length > page.length && last !== undefined
        ? Buffer.from(last.place).toString('base64url')
        : null,
  };
}
