import { randomBytes } from 'node:crypto';
import { validateSubmission } from '@onewindow/forms';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { formInvalid } from '../intake/applyIntakeEdit.ts';
import { newId } from '../store/newId.ts';
import { postedNotice } from './readNotices.ts';

/** Objections from one address within the time (seconds): whoever has more to say goes to the window. */
export const objectionLimit = { points: 5, duration: 60 * 60 };

/**
 * Somebody objects to a public notice, signed in or not. The objection holds the case until the department that posted the
 * notice has answered; the department is told. Returns the token with which the answer is read.
 * Throws AppError `notFound` (period over, no objections taken), `formInvalid`, `tooManyObjections`.
 */
export async function objectToNotice(input: {
  app: AppContext;
  noticeId: string;
  formData: Record<string, unknown>;
  from: string;
}): Promise<{ token: string }> {
  const { app, noticeId, formData, from } = input;
  const notice = await postedNotice(app, noticeId);
  const formPath = notice.objectionForm;
  if (formPath === undefined) throw new AppError('notFound');
  const loaded = await app.packs.version(notice.packCode, notice.packVersion);
  const checked = await validateSubmission({
    form: loaded.form(formPath),
    data: formData,
    mode: 'submit',
    locale: 'zh-CN',
    knownFiles: new Map(),
  });
  if (!checked.ok) throw formInvalid(checked.errors);
  await app.objectionLimiter.consume(`${app.tenant}:${from}`, 'tooManyObjections');
  const id = newId();
  const token = randomBytes(24).toString('base64url');
  await changeCase({
    app,
    caseId: notice.caseId,
    actor: { kind: 'system', name: 'publicNotice' },
    work: async (change) => {
      await app.models.objections.insertMany(
        [
          {
            _id: id,
            schemaVersion: 1,
            tenant: app.tenant,
            noticeId,
            caseId: notice.caseId,
            caseNo: notice.caseNo,
            departmentId: notice.departmentId,
            token,
            formPath,
            packVersion: notice.packVersion,
            sealedData: app.cipher.seal(checked.data, id),
            at: change.now,
            state: 'open',
          },
        ],
        { session: change.session },
      );
      await app.models.alerts.insertMany(
        [
          {
            _id: newId(),
            schemaVersion: 1,
            tenant: app.tenant,
            effectKey: `objection:${id}`,
            caseId: notice.caseId,
            caseNo: notice.caseNo,
            departmentId: notice.departmentId,
            audience: ['handler', 'head'],
            stepKey: 'objection',
            dueAt: notice.endsAt,
            firedAt: change.now,
          },
        ],
        { session: change.session },
      );
      change.event('objectionRaised', { objection: id });
    },
  });
  return { token };
}

/** What came of an objection, for whoever holds its token: no persons. Throws AppError `notFound`. */
export async function readObjection(app: AppContext, token: string) {
  const objection = await app.models.objections.findOne({ tenant: app.tenant, token }).lean();
  if (objection === null) throw new AppError('notFound');
  return {
    state: objection.state,
    at: objection.at.toISOString(),
    answer:
      objection.answer === undefined
        ? null
        : {
            upheld: objection.answer.upheld,
            text: objection.answer.text,
            at: objection.answer.at.toISOString(),
          },
  };
}
