import { listAnnotations } from '../annotations/viewAnnotation.ts';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { consultationsOf } from '../consultation/viewConsultation.ts';
import { cosignsOfTask } from '../cosign/viewCosign.ts';
import type { Actor } from '../identity/actor.ts';
import { requestsOf } from '../materialRequests/viewRequest.ts';
import { listObjections } from '../publicNotice/answerObjection.ts';

/** Who asks others, and is told of objections. */
const deciding = ['approver', 'head'] as const;
/** Who puts notes on files. */
const judging = ['clerk', ...deciding] as const;

/**
 * What stands beside the form of a task: what was asked of others, objections, notes on files. The page of a task shows all of
 * it, so that it comes with the task instead of in five requests; each list is empty for whom its own route is closed.
 */
export async function viewAsked(app: AppContext, actor: Actor, subject: CaseDocument, taskId: string) {
  const is = (roles: readonly Actor['roles'][number][]) => roles.some((role) => actor.roles.includes(role));
  const [decides, judges] = [is(deciding), is(judging)];
  const [cosigns, consultations, materialRequests, objections, annotations] = await Promise.all([
    decides ? cosignsOfTask(app, actor, taskId) : [],
    decides ? consultationsOf(app, actor, subject._id) : [],
    judges ? requestsOf(app, subject) : [],
    decides ? listObjections(app, actor, subject) : { items: [] },
    judges ? listAnnotations(app, actor, subject) : [],
  ]);
  return { cosigns, consultations, materialRequests, objections: objections.items, annotations };
}
