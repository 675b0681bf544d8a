import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readCase } from '../cases/readCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { newId } from '../store/newId.ts';
import { listColleagues } from './listColleagues.ts';
import type { CommentDocument } from './model.ts';

/** How long an author may change a comment, in milliseconds. */
export const editableFor = 5 * 60 * 1000;

/**
 * Writes an internal comment on a case; whom it mentions gets a note. The audit says that somebody commented, not what.
 * Throws AppError `notFound`, `mentionUnknown` (not a colleague who may see the case), `stateConflict` (a draft has none).
 */
export async function writeComment(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  /** Id of the comment: the same for every try of one request. */
  id: string;
  text: string;
  /** Ids of the people mentioned. */
  mentions: readonly string[];
}): Promise<CommentDocument> {
  const { app, actor, caseId, id } = input;
  const { tenant } = app;
  const seen = await readCase(app, actor, caseId);
  if (seen.state === 'draft') throw new AppError('stateConflict', { params: { state: seen.state } });
  const mentions = await mentioned(app, actor, seen, input.mentions);
  const { result } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    keepUpdatedAt: true,
    work: async (change) => {
      const { session } = change;
      const earlier = await app.models.comments.findOne({ _id: id, tenant }, null, { session }).lean();
      if (earlier !== null) return earlier as CommentDocument;
      const comment: CommentDocument = {
        _id: id,
        schemaVersion: 1,
        tenant,
        caseId,
        sealedText: app.cipher.seal(input.text, id),
        mentions,
        by: asAuthor(actor),
        at: change.now,
        earlier: [],
        version: 1,
      };
      await app.models.comments.insertMany([comment], { session });
      await noteMentions({ app, session, subject: seen, comment, people: mentions, now: change.now });
      change.event('commented', { count: mentions.length });
      return comment;
    },
  });
  return result;
}

/**
 * Changes an own comment within five minutes. Throws AppError `notFound`, `commentOfOther`, `commentFixed` (too late),
 * `mentionUnknown`, `versionConflict`.
 */
export async function editComment(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  commentId: string;
  text: string;
  mentions: readonly string[];
  expected: number | undefined;
}): Promise<CommentDocument> {
  const { app, actor, caseId, commentId } = input;
  const { tenant } = app;
  const seen = await readCase(app, actor, caseId);
  const before = (await app.models.comments
    .findOne({ _id: commentId, tenant })
    .lean()) as CommentDocument | null;
  if (before === null || before.caseId !== caseId) throw new AppError('notFound');
  if (before.by.id !== actor.id) throw new AppError('commentOfOther', { params: { name: before.by.name } });
  if (input.expected !== undefined && input.expected !== before.version)
    throw new AppError('versionConflict');
  const mentions = await mentioned(app, actor, seen, input.mentions);
  const { result } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    keepUpdatedAt: true,
    work: async (change) => {
      const { session, now } = change;
      if (now.getTime() - before.at.getTime() >= editableFor) throw new AppError('commentFixed');
      const next = {
        sealedText: app.cipher.seal(input.text, commentId),
        mentions,
        editedAt: now,
        earlier: [...before.earlier, before.sealedText],
        version: before.version + 1,
      };
      const saved = await app.models.comments.updateOne(
        { _id: commentId, version: before.version },
        { $set: next },
        { session },
      );
      if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
      const comment = { ...before, ...next };
      const told = new Set(before.mentions.map(({ id }) => id));
      const people = mentions.filter(({ id }) => !told.has(id));
      await noteMentions({ app, session, subject: seen, comment, people, now });
      change.event('commentEdited');
      return comment;
    },
  });
  return result;
}

async function mentioned(app: AppContext, actor: Actor, subject: CaseDocument, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const colleagues = new Map((await listColleagues(app, actor, subject)).map((one) => [one.id, one]));
  return [...new Set(ids)].map((id) => {
    const found = colleagues.get(id);
    if (found === undefined) throw new AppError('mentionUnknown');
    return { id, name: found.name };
  });
}

async function noteMentions(options: {
  app: AppContext;
  session: ClientSession;
  subject: CaseDocument;
  comment: CommentDocument;
  people: readonly { id: string }[];
  now: Date;
}): Promise<void> {
  const { app, session, subject, comment, people, now } = options;
  if (people.length === 0) return;
  const { id, name } = comment.by;
  const notes = people.map((person) => ({
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    userId: person.id,
    caseId: subject._id,
    caseNo: subject.caseNo ?? '',
    commentId: comment._id,
    by: { id, name },
    at: now,
    state: 'unread' as const,
  }));
  await app.models.mentions.insertMany(notes, { session });
}
