import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { PublicationDocument } from './model.ts';

/**
 * A publication of the actor's own department, of any for supervisors; of the given version where one is named.
 * Throws AppError `notFound`, `versionConflict`.
 */
export async function readPublication(
  app: AppContext,
  actor: Actor,
  id: string,
  version?: number,
): Promise<PublicationDocument> {
  const found = (await app.models.publications
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as PublicationDocument | null;
  const mine = actor.roles.includes('supervisor') || found?.departmentId === actor.department.id;
  if (found === null || !mine) throw new AppError('notFound');
  if (version !== undefined && version !== found.version)
    throw new AppError('versionConflict', { extra: { currentVersion: found.version } });
  return found;
}

/** The same to act on it: only its own department does. Throws AppError `notFound`, `versionConflict`. */
export async function readOwnPublication(
  app: AppContext,
  actor: Actor,
  id: string,
  version?: number,
): Promise<PublicationDocument> {
  const found = await readPublication(app, actor, id, version);
  if (found.departmentId !== actor.department.id) throw new AppError('notFound');
  return found;
}

/** What everybody may read. Throws AppError `notFound` for what is not published now. */
export async function readPublished(app: AppContext, id: string): Promise<PublicationDocument> {
  const found = await app.models.publications
    .findOne({ _id: id, tenant: app.tenant, state: 'published' })
    .lean();
  if (found === null) throw new AppError('notFound');
  return found as PublicationDocument;
}
