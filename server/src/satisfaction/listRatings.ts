import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import type { SatisfactionDocument } from './model.ts';
import { isOver } from './visitAgain.ts';

/** The latest ratings of the caller's department, of all departments for a supervisor; who rated is not told. */
export async function listRatings(app: AppContext, actor: Actor) {
  const all = actor.roles.includes('supervisor');
  const ratings = (await app.models.satisfactions
    .find({ tenant: app.tenant, ...(all ? {} : { departmentId: actor.department.id }) })
    .sort({ at: -1 })
    .limit(200)
    .lean()) as SatisfactionDocument[];
  return {
    items: ratings.map((rating) => ({
      ...viewRating(app, rating),
      id: rating._id,
      caseId: rating.caseId,
      caseNo: rating.caseNo,
      department: app.organisation.findDepartment(rating.departmentId)?.name ?? rating.departmentId,
      mayAnswer:
        rating.state === 'open' &&
        actor.roles.includes('head') &&
        rating.departmentId === actor.department.id,
      mayVisit: all && rating.state === 'answered' && !isOver(rating),
    })),
  };
}

/** One rating, for whoever gave it and for whoever answers it. */
export function viewRating(app: AppContext, rating: SatisfactionDocument) {
  return {
    grade: rating.grade,
    reasons: rating.reasons,
    comment:
      rating.sealedComment === undefined ? '' : app.cipher.open<string>(rating.sealedComment, rating._id),
    at: rating.at.toISOString(),
    state: rating.state,
    replyDueDay: rating.replyDueDay ?? null,
    reply: viewReply(rating.reply),
    door: rating.door ?? 'portal',
    returnVisit: viewVisit(rating.returnVisit),
    earlier: (rating.earlier ?? []).map(({ reply, visit }) => ({
      reply: viewReply(reply),
      visit: viewVisit(visit),
    })),
  };
}

function viewReply(reply: SatisfactionDocument['reply']) {
  return reply === undefined ? null : { text: reply.text, at: reply.at.toISOString() };
}

function viewVisit(visit: SatisfactionDocument['returnVisit']) {
  return visit === undefined ? null : { result: visit.result, text: visit.text, at: visit.at.toISOString() };
}
