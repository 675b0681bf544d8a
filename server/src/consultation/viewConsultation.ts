import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';
import type { Actor } from '../identity/actor.ts';
import { mayAnswer } from './answerConsultation.ts';
import type { ConsultationDocument } from './model.ts';

/** A consultation for who may see its case. */
export function viewConsultation(app: AppContext, actor: Actor, asked: ConsultationDocument) {
  const { cipher } = app;
  return {
    id: asked._id,
    caseId: asked.caseId,
    caseNo: asked.caseNo,
    itemName: asked.itemName,
    taskId: asked.taskId,
    stepName: asked.stepName,
    askedBy: asked.askedBy.name,
    askedFrom: departmentRef(app, asked.askedBy.departmentId),
    askedAt: asked.askedAt.toISOString(),
    to: departmentRef(app, asked.toDepartment),
    toPerson: asked.toUser?.name ?? null,
    question: cipher.open<string>(asked.sealedQuestion, asked._id),
    dueDay: asked.dueDay,
    state: asked.state,
    position: asked.position ?? null,
    answer: asked.sealedAnswer === undefined ? null : cipher.open<string>(asked.sealedAnswer, asked._id),
    answeredBy: asked.answeredBy?.name ?? null,
    answeredAt: asked.answeredAt?.toISOString() ?? null,
    canAnswer: asked.state === 'open' && mayAnswer(actor, asked),
  };
}

/** The consultations of a case, the latest first. */
export async function consultationsOf(app: AppContext, actor: Actor, caseId: string) {
  const found = (await app.models.consultations
    .find({ tenant: app.tenant, caseId })
    .lean()) as ConsultationDocument[];
  return found
    .sort((a, b) => b.askedAt.getTime() - a.askedAt.getTime())
    .map((asked) => viewConsultation(app, actor, asked));
}

/** What waits for this person's answer, the earliest due first. */
export async function consultationsFor(app: AppContext, actor: Actor) {
  const found = (await app.models.consultations
    .find({ tenant: app.tenant, toDepartment: actor.department.id, state: 'open' })
    .limit(500)
    .lean()) as ConsultationDocument[];
  return found
    .filter((asked) => mayAnswer(actor, asked))
    .sort((a, b) => (a.dueDay < b.dueDay ? -1 : 1))
    .map((asked) => viewConsultation(app, actor, asked));
}
