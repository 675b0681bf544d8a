import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { readCase } from '../cases/readCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { newId } from '../store/newId.ts';
import type { UrgeDocument } from './model.ts';

/** 催办 or 督办: a supervisor asks the department that has the case to answer. Throws AppError `notFound`. */
export async function urgeCase(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  kind: UrgeDocument['kind'];
  message: string;
  replyDueDay?: string | undefined;
}): Promise<UrgeDocument> {
  const { app, actor, caseId } = input;
  const seen = await readCase(app, actor, caseId);
  const task = await app.models.tasks.findOne({ tenant: app.tenant, caseId, active: true }).lean();
  const { result } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    work: async (change) => {
      const urge: UrgeDocument = {
        _id: newId(),
        schemaVersion: 1,
        tenant: app.tenant,
        kind: input.kind,
        caseId,
        caseNo: seen.caseNo ?? '',
        departmentId: task?.departmentId ?? seen.departmentId,
        message: input.message,
        by: asAuthor(actor),
        at: change.now,
        ...(input.replyDueDay === undefined ? {} : { replyDueDay: input.replyDueDay }),
        state: 'open',
      };
      await app.models.urges.insertMany([urge], { session: change.session });
      change.event('urged', { kind: input.kind, department: urge.departmentId });
      return urge;
    },
  });
  return result;
}

/** The department answers, once. Throws AppError `notFound`, `urgeAnswered`. */
export async function replyToUrge(input: {
  app: AppContext;
  actor: Actor;
  urgeId: string;
  text: string;
}): Promise<UrgeDocument> {
  const { app, actor, urgeId } = input;
  const urge = (await app.models.urges
    .findOne({ _id: urgeId, tenant: app.tenant })
    .lean()) as UrgeDocument | null;
  if (urge === null || urge.departmentId !== actor.department.id) throw new AppError('notFound');
  const { result } = await changeCase({
    app,
    caseId: urge.caseId,
    actor: asEventActor(actor),
    work: async (change) => {
      const reply = { text: input.text, by: { id: actor.id, name: actor.name }, at: change.now };
      const saved = await app.models.urges.updateOne(
        { _id: urgeId, state: 'open' },
        { $set: { state: 'answered', reply } },
        { session: change.session },
      );
      if (saved.modifiedCount !== 1) throw new AppError('urgeAnswered');
      change.event('urgeAnswered', { kind: urge.kind });
      return { ...urge, state: 'answered' as const, reply };
    },
  });
  return result;
}
