import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { compareVersions } from '../catalog/compareVersions.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { PublishRequestDocument } from './model.ts';

type Listed = Omit<PublishRequestDocument, 'files'>;

/** What stands open for a pack, oldest first. */
export async function listRequests(app: AppContext, actor: Actor, packCode: string) {
  const open = (await app.models.publishRequests
    .find({ tenant: app.tenant, packCode, state: 'open' }, { files: 0 })
    .sort({ at: 1 })
    .lean()) as Listed[];
  return open.map((request) => viewRequest(request, actor));
}

/** The last one of a person that was sent back, so that they learn why; null when there is none newer than a month. */
export async function lastAnswer(app: AppContext, actor: Actor, packCode: string) {
  const now = app.time.now();
  const since = new Date(now.getTime() - 30 * 86_400_000);
  const answered = (await app.models.publishRequests
    .find({ tenant: app.tenant, packCode, at: trusted({ $gte: since, $lte: now }) }, { files: 0 })
    .lean()) as Listed[];
  const own = answered.filter(({ by }) => by.id === actor.id).sort((a, b) => b.at.getTime() - a.at.getTime());
  const [last] = own;
  return last?.state === 'rejected' ? viewRequest(last, actor) : null;
}

/** One with what it would change. Throws AppError `notFound`. */
export async function readRequest(app: AppContext, actor: Actor, packCode: string, id: string) {
  const request = (await app.models.publishRequests
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as PublishRequestDocument | null;
  if (request === null || request.packCode !== packCode) throw new AppError('notFound');
  const { files, baseVersion } = request;
  const diff =
    baseVersion === 0 ? null : await compareVersions({ app, packCode, before: baseVersion, after: files });
  return { ...viewRequest(request, actor), files, diff };
}

export function viewRequest(request: Listed, actor: Actor) {
  return {
    id: request._id,
    state: request.state,
    baseVersion: request.baseVersion,
    note: request.note,
    by: request.by.name,
    mine: request.by.id === actor.id,
    at: request.at.toISOString(),
    decidedBy: request.decidedBy?.name ?? null,
    reason: request.reason ?? null,
    version: request.version ?? null,
  };
}
