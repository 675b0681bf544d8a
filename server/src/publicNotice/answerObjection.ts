import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import type { ObjectionDocument } from './model.ts';

/** The objections against a case, for the department that posted its notice and those that work on it. */
export async function listObjections(app: AppContext, actor: Actor, subject: CaseDocument) {
  const objections = (await app.models.objections
    .find({ tenant: app.tenant, caseId: subject._id })
    .sort({ at: 1 })
    .lean()) as ObjectionDocument[];
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const works = actor.roles.some((role) => role === 'approver' || role === 'head');
  return {
    items: objections.map((objection) => ({
      id: objection._id,
      at: objection.at.toISOString(),
      state: objection.state,
      form: loaded.form(objection.formPath),
      formData: works ? app.cipher.open<Record<string, unknown>>(objection.sealedData, objection._id) : {},
      mayAnswer: objection.state === 'open' && works && actor.department.id === objection.departmentId,
      answer:
        objection.answer === undefined
          ? null
          : {
              upheld: objection.answer.upheld,
              text: objection.answer.text,
              at: objection.answer.at.toISOString(),
              by: objection.answer.by.name,
            },
    })),
  };
}

/**
 * The department that posted the notice answers an objection, once.
 * Throws AppError `notFound` for another department, `stateConflict` when it was answered.
 */
export async function answerObjection(input: {
  app: AppContext;
  actor: Actor;
  subject: CaseDocument;
  objectionId: string;
  upheld: boolean;
  text: string;
}): Promise<void> {
  const { app, actor, subject, objectionId, upheld, text } = input;
  const { tenant } = app;
  const mine = { _id: objectionId, tenant, caseId: subject._id, departmentId: actor.department.id };
  if ((await app.models.objections.findOne(mine).lean()) === null) throw new AppError('notFound');
  await changeCase({
    app,
    caseId: subject._id,
    actor: asEventActor(actor),
    work: async (change) => {
      const answered = await app.models.objections.updateOne(
        { ...mine, state: 'open' },
        {
          $set: {
            state: 'answered',
            answer: { upheld, text, at: change.now, by: asAuthor(actor) },
          },
        },
        { session: change.session },
      );
      if (answered.modifiedCount !== 1)
        throw new AppError('stateConflict', { params: { state: 'answered' } });
      change.event('objectionAnswered', { objection: objectionId, upheld: upheld ? 'yes' : 'no' });
    },
  });
}

/**
 * A case does not go forward while an objection waits for its answer; sending it back is free.
 * Throws AppError `objectionOpen`.
 */
export async function requireObjectionsAnswered(app: AppContext, change: CaseChange): Promise<void> {
  const open = await app.models.objections.countDocuments(
    { tenant: app.tenant, caseId: change.subject._id, state: 'open' },
    { session: change.session },
  );
  if (open > 0) throw new AppError('objectionOpen', { params: { count: open } });
}
