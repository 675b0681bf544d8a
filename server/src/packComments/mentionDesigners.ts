import type { AppContext } from '../app/appContext.ts';
import { designers } from '../catalog/packShapes.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { actorOf } from '../identity/actorOf.ts';
import type { UserDocument } from '../identity/model.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';

/** Active people who may read the comments on packs, except the actor. */
export async function listDesigners(app: AppContext, actor: Actor): Promise<Actor[]> {
  const found = new Map<string, UserDocument>();
  for (const role of designers) {
    const users = (await app.models.users.find({ tenant: app.tenant, roles: role }).lean()) as UserDocument[];
    for (const user of users) if (user.active && user._id !== actor.id) found.set(user._id, user);
  }
  return [...found.values()].map((user) => actorOf(app, user));
}

/** Throws AppError `mentionUnknown` for somebody who does not design. */
export async function requireDesigners(app: AppContext, actor: Actor, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = new Set((await listDesigners(app, actor)).map(({ id }) => id));
  if (ids.some((id) => !known.has(id))) throw new AppError('mentionUnknown');
}

/** Leaves a note to everybody who was mentioned in a message; one who has it already gets no second one. */
export async function noteDesigners(options: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  messageId: string;
  people: readonly string[];
}): Promise<void> {
  const { app, actor, packCode, messageId, people } = options;
  const at = app.time.now();
  for (const userId of new Set(people)) {
    try {
      await app.models.mentions.create({
        _id: newId(),
        schemaVersion: 1,
        tenant: app.tenant,
        ...{ userId, caseId: '', caseNo: '', packCode, commentId: messageId },
        by: { id: actor.id, name: actor.name },
        at,
        state: 'unread',
      });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
