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
  const packs = [...new Set(found.flatMap(({ packCode }) => packCode ?? []))];
  const names = new Map(
    await Promise.all(
      packs.map(async (code) => {
        // Nobody has published a new pack: its code is all that is known.
        const published = (await app.packs.latest(code)) !== undefined;
        return [code, published ? (await app.packs.live(code)).pack.name : null] as const;
      }),
    ),
  );
  return found.map((note) => ({
    id: note._id,
    caseId: note.caseId,
    caseNo: note.caseNo,
    packCode: note.packCode ?? null,
    packName: note.packCode === undefined ? null : (names.get(note.packCode) ?? null),
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
export function readMentionsOf(app: AppContext, actor: Actor, caseId: string): Promise<void> {
  return markRead(app, actor, (note) => note.caseId === caseId);
}

/** The same for the comments on a pack. */
export function readMentionsOfPack(app: AppContext, actor: Actor, packCode: string): Promise<void> {
  return markRead(app, actor, (note) => note.packCode === packCode);
}

async function markRead(
  app: AppContext,
  actor: Actor,
  isRead: (note: Pick<MentionDocument, 'caseId' | 'packCode'>) => boolean,
): Promise<void> {
  const unread = await app.models.mentions
    .find({ tenant: app.tenant, userId: actor.id, state: 'unread' }, { caseId: 1, packCode: 1 })
    .lean();
  for (const note of unread.filter(isRead))
    await app.models.mentions.updateOne(
      { _id: note._id, state: 'unread' },
      { $set: { state: 'read', readAt: app.time.now() } },
    );
}
