import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';
import type { Actor } from '../identity/actor.ts';
import type { CommentDocument } from './model.ts';
import { editableFor } from './writeComment.ts';

/** A comment for somebody who may see the case. `text` is plain text: never to be read as markup. */
export function viewComment(app: AppContext, actor: Actor, comment: CommentDocument) {
  const until = new Date(comment.at.getTime() + editableFor);
  const editable = comment.by.id === actor.id && app.time.now() < until;
  return {
    id: comment._id,
    text: app.cipher.open<string>(comment.sealedText, comment._id),
    mentions: comment.mentions,
    by: { name: comment.by.name, department: departmentRef(app, comment.by.departmentId).name },
    at: comment.at.toISOString(),
    editedAt: comment.editedAt?.toISOString() ?? null,
    /** Until when the actor may change it; null: not, or no more. */
    editableUntil: editable ? until.toISOString() : null,
    mine: comment.by.id === actor.id,
    version: comment.version,
  };
}

/** The comments of a case, oldest first. */
export async function listComments(app: AppContext, actor: Actor, caseId: string) {
  const found = (await app.models.comments
    .find({ tenant: app.tenant, caseId })
    .sort({ at: 1 })
    .lean()) as CommentDocument[];
  return found.map((comment) => viewComment(app, actor, comment));
}
