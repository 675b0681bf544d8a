import type { AppContext } from '../app/appContext.ts';
import { readCase } from '../cases/readCase.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';

/** Cases that one person may watch at a time: a list to keep in mind, not an archive. */
const most = 500;

/** Watches a case; watching it again changes nothing. Throws AppError `notFound`, `tooManyWatched`. */
export async function watchCase(input: { app: AppContext; actor: Actor; caseId: string }): Promise<void> {
  const { app, actor, caseId } = input;
  await readCase(app, actor, caseId);
  if ((await watchedCases(app, actor)).size >= most)
    throw new AppError('tooManyWatched', { params: { count: most } });
  try {
    await app.models.watches.create({
      _id: `${actor.id}:${caseId}`,
      schemaVersion: 1,
      tenant: app.tenant,
      userId: actor.id,
      caseId,
      departmentId: actor.department.id,
      at: app.time.now(),
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** Watches it no longer; not watching it is no error. */
export async function unwatchCase(input: { app: AppContext; actor: Actor; caseId: string }): Promise<void> {
  await input.app.models.watches.deleteOne({ _id: `${input.actor.id}:${input.caseId}` });
}

/** Ids of the cases that this person watches and may see from where they work now. */
export async function watchedCases(app: AppContext, actor: Actor): Promise<ReadonlySet<string>> {
  const watches = await app.models.watches.find({ tenant: app.tenant, userId: actor.id }).lean();
  return new Set(
    watches.flatMap((watch) => (watch.departmentId === actor.department.id ? [watch.caseId] : [])),
  );
}
