import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { lightOfSummary } from '../clocks/lightOfSummary.ts';
import type { Actor } from '../identity/actor.ts';

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
  const offset =
    query.cursor === undefined
      ? undefined
      : new Date(Number(Buffer.from(query.cursor, 'base64url').toString()));
  const found = (await app.models.cases
    .find({
      tenant: app.tenant,
      state: trusted({ $in: ['received', 'accepted', 'decided'] }),
      ...(department === undefined ? {} : { departmentIds: department }),
      ...(offset === undefined ? {} : { 'clock.dueAt': trusted({ $gt: offset }) }),
    })
    .sort({ 'clock.dueAt': 1, _id: 1 })
    .lean()) as CaseDocument[];
  const wanted = found.filter((entry) => {
    if (query.light === undefined) return true;
    return entry.clock !== undefined && lightOfSummary(entry.clock, now) === query.light;
  });
  const page = wanted.slice(0, query.limit);
  const last = page.at(-1)?.clock;
  return {
    cases: page,
    nextCursor:
      wanted.length > page.length && last !== undefined
        ? Buffer.from(String(last.dueAt.getTime())).toString('base64url')
        : null,
  };
}
