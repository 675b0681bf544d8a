import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { type OpinionDocument, opinionPlaceholders } from './model.ts';

/** Most templates of one owner. */
const most = 200;

/** A head writes the department's templates, everybody their own. */
export function mayWriteOpinion(actor: Actor, entry: Pick<OpinionDocument, 'scope' | 'ownerId'>): boolean {
  return entry.scope === 'own'
    ? entry.ownerId === actor.id
    : entry.ownerId === actor.department.id && actor.roles.includes('head');
}

/** The actor's own templates and those of the department, by title. */
export async function listOpinions(app: AppContext, actor: Actor) {
  const of = (ownerId: string) => app.models.opinions.find({ tenant: app.tenant, ownerId }).lean();
  const [own, shared] = await Promise.all([of(actor.id), of(actor.department.id)]);
  const found = [...own, ...shared] as OpinionDocument[];
  return found
    .sort((a, b) => a.title.localeCompare(b.title, 'zh-CN'))
    .map((entry) => viewOpinion(actor, entry));
}

export function viewOpinion(actor: Actor, entry: OpinionDocument) {
  const { _id: id, scope, title, text, by, version } = entry;
  return { id, scope, title, text, by: by.name, version, editable: mayWriteOpinion(actor, entry) };
}

/** Keeps a new template. Throws AppError `forbidden`, `placeholderUnknown`, `tooManyOpinions`. */
export async function keepOpinion(input: {
  app: AppContext;
  actor: Actor;
  /** The same for every try of one request. */
  id: string;
  scope: OpinionDocument['scope'];
  title: string;
  text: string;
}): Promise<OpinionDocument> {
  const { app, actor, id, scope, title, text } = input;
  const { tenant } = app;
  const ownerId = scope === 'own' ? actor.id : actor.department.id;
  if (!mayWriteOpinion(actor, { scope, ownerId })) throw new AppError('forbidden');
  requireKnown(text);
  const earlier = await app.models.opinions.findOne({ _id: id, tenant }).lean();
  if (earlier !== null) return earlier as OpinionDocument;
  if ((await app.models.opinions.countDocuments({ tenant, ownerId })) >= most)
    throw new AppError('tooManyOpinions', { params: { limit: most } });
  const by = { id: actor.id, name: actor.name };
  const updatedAt = app.time.now();
  const entry: OpinionDocument = {
    _id: id,
    schemaVersion: 1,
    tenant,
    scope,
    ownerId,
    title,
    text,
    by,
    updatedAt,
    version: 1,
  };
  await app.models.opinions.insertMany([entry]);
  return entry;
}

/** Changes a template. Throws AppError `notFound`, `forbidden`, `placeholderUnknown`, `versionConflict`. */
export async function changeOpinion(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  title: string;
  text: string;
  expected: number | undefined;
}): Promise<OpinionDocument> {
  const { app, actor, id, title, text, expected } = input;
  const entry = await readWritable(app, actor, id);
  requireKnown(text);
  if (expected !== undefined && expected !== entry.version) throw new AppError('versionConflict');
  const by = { id: actor.id, name: actor.name };
  const next = { title, text, by, updatedAt: app.time.now(), version: entry.version + 1 };
  const saved = await app.models.opinions.updateOne({ _id: id, version: entry.version }, { $set: next });
  if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
  return { ...entry, ...next };
}

/** Drops a template. Throws AppError `notFound`, `forbidden`. */
export async function dropOpinion(app: AppContext, actor: Actor, id: string): Promise<void> {
  const entry = await readWritable(app, actor, id);
  await app.models.opinions.deleteOne({ _id: entry._id });
}

/** A template of somebody else, or of another department, does not exist for the actor. */
async function readWritable(app: AppContext, actor: Actor, id: string): Promise<OpinionDocument> {
  const entry = (await app.models.opinions
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as OpinionDocument | null;
  if (entry === null || (entry.ownerId !== actor.id && entry.ownerId !== actor.department.id))
    throw new AppError('notFound');
  if (!mayWriteOpinion(actor, entry)) throw new AppError('forbidden');
  return entry;
}

function requireKnown(text: string): void {
  for (const [, name = ''] of text.matchAll(/\{(\w+)\}/g))
    if (!opinionPlaceholders.some((known) => known === name))
      throw new AppError('placeholderUnknown', { params: { name } });
}
