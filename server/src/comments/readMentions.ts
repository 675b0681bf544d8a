import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import type { MentionDocument } from './model.ts';

/** Notes shown at once; older ones stand in their cases. */
const shown = 100;

/** Where the actor was mentioned, latest first. */
export async function listMentions(app: AppContext, actor: Actor) {
  const found = (await app.models.mentions
    .find({ tenant: app.tenant, userId: actor.id })
    .sort({ at: -1 })
    .limit(shown)
    .lean()) as MentionDocument[];
  return found.map((note) => ({
    id: note._id,
    caseId: note.caseId,
    caseNo: note.caseNo,
    commentId: note.commentId,
    by: note.by.name,
    at: note.at.toISOString(),
    state: note.state,
  }));
}

export function countUnread(app: AppContext, actor: Actor): Promise<number> {
  return app.models.mentions.countDocuments({ tenant: app.tenant, userId: actor.id, state: 'unread' });
}

/** Marks the actor's own notes of a case as read; who reads the comments has seen them. */
export async function readMentionsOf(app: AppContext, actor: Actor, caseId: string): Promise<void> {
  const unread = await app.models.mentions
    .find({ tenant: app.tenant, userId: actor.id, state: 'unread' }, { caseId: 1 })
    .lean();
  for (const note of unread.filter((one) => one.caseId === caseId))
    await app.models.mentions.updateOne(
      { _id: note._id, state: 'unread' },
      { $set: { state: 'read', readAt: app.time.now() } },
    );
}
