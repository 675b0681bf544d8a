import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, type Changed, changeCase } from '../cases/changeCase.ts';
import { stopAskedClock } from '../desk/askedClock.ts';
import { markNews } from '../desk/taskNews.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { readTask } from '../inbox/taskScope.ts';
import type { ConsultationDocument } from './model.ts';

/** May this person answer? Approvers and heads of the department that was asked, or the one person that was. */
export function mayAnswer(
  actor: Actor,
  { toDepartment, toUser, tenant }: Pick<ConsultationDocument, 'toDepartment' | 'toUser' | 'tenant'>,
): boolean {
  if (actor.tenant !== tenant || actor.department.id !== toDepartment) return false;
  return toUser === undefined
    ? actor.roles.some((role) => role === 'approver' || role === 'head')
    : toUser.id === actor.id;
}

/** Throws AppError `notFound` for who neither was asked nor works on the task that asks. */
export async function readConsultation(app: AppContext, id: string): Promise<ConsultationDocument> {
  const found = (await app.models.consultations
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as ConsultationDocument | null;
  if (found === null) throw new AppError('notFound');
  return found;
}

/** Gives the opinion that was asked for, once. Throws AppError `consultationEnded`, `notFound`. */
export async function answerConsultation(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  position: 'agree' | 'dissent' | 'noComment';
  answer: string;
}): Promise<Changed<void>> {
  const { app, actor, id, position, answer } = input;
  const asked = await readConsultation(app, id);
  if (!mayAnswer(actor, asked)) throw new AppError('notFound');
  return changeCase({
    app,
    caseId: asked.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      await end(app, change, asked, {
        state: 'answered',
        position,
        sealedAnswer: app.cipher.seal(answer, id),
        answeredBy: { id: actor.id, name: actor.name },
        answeredAt: change.now,
      });
      const { clockId } = asked;
      await stopAskedClock({ app, change, kind: 'consultation', clockId, state: 'stopped' });
      await markNews(app, change, asked.taskId, 'consultation');
      change.event('consultationAnswered', { position });
    },
  });
}

/** Who works on the task that asked takes the question back. Throws AppError `consultationEnded`, `notFound`. */
export async function withdrawConsultation(input: {
  app: AppContext;
  actor: Actor;
  id: string;
}): Promise<Changed<void>> {
  const { app, actor, id } = input;
  const asked = await readConsultation(app, id);
  await readTask(app, actor, asked.taskId);
  return changeCase({
    app,
    caseId: asked.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      await end(app, change, asked, { state: 'withdrawn', endedAt: change.now });
      const { clockId } = asked;
      await stopAskedClock({ app, change, kind: 'consultation', clockId, state: 'ended' });
      const department = app.organisation.findDepartment(asked.toDepartment)?.name ?? asked.toDepartment;
      change.event('consultationWithdrawn', { to: asked.toUser?.name ?? department });
    },
  });
}

async function end(
  app: AppContext,
  { session }: CaseChange,
  asked: ConsultationDocument,
  set: Partial<ConsultationDocument>,
): Promise<void> {
  const ended = await app.models.consultations.updateOne(
    { _id: asked._id, state: 'open' },
    { $set: set },
    { session },
  );
  if (ended.matchedCount !== 1) throw new AppError('consultationEnded');
}
