import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { PackMessage, PackThreadDocument } from './model.ts';

/** Threads of one pack at most, and messages of one thread: a pack is talked about, not archived in. */
const mostThreads = 500;
const mostMessages = 100;
const mostAttempts = 5;

interface Said {
  app: AppContext;
  actor: Actor;
  packCode: string;
  text: string;
}

/**
 * Begins a thread about an element. Asked again under the same id, it gives the thread that is there.
 * Throws AppError `itemUnknown` (there is no such pack), `tooManyComments`.
 */
export async function beginThread(
  said: Said & { id: string; element: string; elementName: string },
): Promise<PackThreadDocument> {
  const { app, actor, packCode, id, element, elementName } = said;
  const { tenant } = app;
  await requirePack(app, packCode);
  const { packThreads } = app.models;
  const earlier = (await packThreads.findOne({ _id: id, tenant }).lean()) as PackThreadDocument | null;
  if (earlier !== null) return earlier;
  if ((await packThreads.countDocuments({ tenant, packCode })) >= mostThreads)
    throw new AppError('tooManyComments', { params: { most: mostThreads } });
  const first = message(said, actor, id);
  const thread: PackThreadDocument = {
    ...{ _id: id, schemaVersion: 1, tenant, packCode, element, elementName },
    ...{ state: 'open', messages: [first], at: first.at, version: 1 },
  };
  await packThreads.insertMany([thread]);
  return thread;
}

/** Answers in a thread; a resolved one is open again. Throws AppError `notFound`, `tooManyComments`. */
export function answerThread(said: Said & { id: string; messageId: string }): Promise<PackThreadDocument> {
  const { app, actor, packCode, id, messageId } = said;
  return change(app, packCode, id, (thread) => {
    if (thread.messages.some((one) => one.id === messageId)) return null;
    if (thread.messages.length >= mostMessages)
      throw new AppError('tooManyComments', { params: { most: mostMessages } });
    const messages = [...thread.messages, message(said, actor, messageId)];
    return { $set: { messages, state: 'open' as const }, $unset: { resolvedBy: 1, resolvedAt: 1 } };
  });
}

/** Settles a thread, or opens it again. Throws AppError `notFound`. */
export function settleThread(options: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  id: string;
  resolved: boolean;
}): Promise<PackThreadDocument> {
  const { app, actor, packCode, id, resolved } = options;
  return change(app, packCode, id, (thread) => {
    if ((thread.state === 'resolved') === resolved) return null;
    if (!resolved) return { $set: { state: 'open' as const }, $unset: { resolvedBy: 1, resolvedAt: 1 } };
    return { $set: { state: 'resolved' as const, resolvedBy: actor.name, resolvedAt: app.time.now() } };
  });
}

type Edit = { $set: Partial<PackThreadDocument>; $unset?: Record<string, 1> };

/** Two who write at once: the second writes on top of the first. `edit` answers null where nothing is to be changed. */
async function change(
  app: AppContext,
  packCode: string,
  id: string,
  edit: (thread: PackThreadDocument) => Edit | null,
): Promise<PackThreadDocument> {
  const { packThreads } = app.models;
  const read = async () => {
    const found = (await packThreads
      .findOne({ _id: id, tenant: app.tenant })
      .lean()) as PackThreadDocument | null;
    if (found === null || found.packCode !== packCode) throw new AppError('notFound');
    return found;
  };
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const thread = await read();
    const wanted = edit(thread);
    if (wanted === null) return thread;
    const saved = await packThreads.updateOne(
      { _id: id, version: thread.version },
      { ...wanted, $set: { ...wanted.$set, version: thread.version + 1 } },
    );
    if (saved.modifiedCount === 1) return read();
  }
  throw new AppError('versionConflict');
}

function message({ app, text }: Said, { id, name }: Actor, messageId: string): PackMessage {
  return { id: messageId, text, by: { id, name }, at: app.time.now() };
}

/** A pack is one that was published, or somebody's draft of a new one. */
async function requirePack(app: AppContext, packCode: string): Promise<void> {
  if ((await app.packs.latest(packCode)) !== undefined) return;
  const draft = await app.models.packDrafts.exists({ tenant: app.tenant, packCode });
  if (draft === null) throw new AppError('itemUnknown', { params: { packCode } });
}
