import { validateSubmission } from '@onewindow/forms';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument, SubmissionDocument } from '../cases/model.ts';
import { dataOf } from '../cases/personOf.ts';
import { readPointer } from '../catalog/readVariables.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { formInvalid } from '../intake/applyIntakeEdit.ts';
import { newId } from '../store/newId.ts';
import { requireVisitor } from './requireVisitor.ts';

/** Key under which the common record is kept with the theme's case. */
const stepKey = 'jointVisit';

/**
 * Saves the common record of the joint visit: filled in once, by whichever department is at the site, and shown in the
 * form of every other. Saving again replaces it in what is shown; what was saved before stays.
 * Throws AppError `notFound`, `jointVisitNone`, `formInvalid`.
 */
export async function saveJointRecord(input: {
  app: AppContext;
  actor: Actor;
  themeCaseId: string;
  formData: Record<string, unknown>;
}): Promise<void> {
  const { app, actor, themeCaseId } = input;
  const { themeCase, joint } = await requireVisitor(app, actor, themeCaseId);
  const { form: formPath } = joint.rule;
  if (formPath === undefined) throw new AppError('jointVisitNone');
  const loaded = await app.packs.version(themeCase.packCode, themeCase.packVersion);
  const checked = await validateSubmission({
    form: loaded.form(formPath),
    data: input.formData,
    mode: 'submit',
    locale: 'zh-CN',
    knownFiles: new Map(),
  });
  if (!checked.ok) throw formInvalid(checked.errors);
  const id = newId();
  await changeCase({
    app,
    caseId: themeCaseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => {
      await app.models.submissions.insertMany(
        [
          {
            _id: id,
            schemaVersion: 1,
            tenant: app.tenant,
            caseId: themeCaseId,
            stepKey,
            formPath,
            packVersion: themeCase.packVersion,
            sealedData: app.cipher.seal(checked.data, id),
            by: asAuthor(actor),
            at: change.now,
            open: false,
          },
        ],
        { session: change.session },
      );
      change.event('jointVisitRecorded');
    },
  });
}

/** The common record as last saved, or an empty one. */
export async function readJointRecord(
  app: AppContext,
  themeCaseId: string,
): Promise<Record<string, unknown>> {
  const records = (await app.models.submissions
    .find({ tenant: app.tenant, caseId: themeCaseId, stepKey })
    .sort({ at: 1, _id: 1 })
    .lean()) as SubmissionDocument[];
  const last = records.at(-1);
  return last === undefined ? {} : dataOf(app, last);
}

/** What the common record says in the fields of one department's own form of the visit. */
export async function sharedRecordOf(
  app: AppContext,
  subject: CaseDocument,
  step: string,
): Promise<Record<string, unknown>> {
  const { family } = subject;
  if (family === undefined) return {};
  const themeCase = await app.models.cases.findOne({ _id: family.themeCaseId, tenant: app.tenant }).lean();
  if (themeCase === null) return {};
  const { pack } = await app.packs.version(themeCase.packCode, themeCase.packVersion);
  const rule = pack.theme?.jointVisit;
  if (!rule?.visits.some((visit) => visit.item === subject.packCode && visit.step === step)) return {};
  const record = await readJointRecord(app, family.themeCaseId);
  return Object.fromEntries(
    rule.shared.flatMap(({ field, to }) => {
      const value = readPointer(record, field);
      if (value === undefined || value === '') return [];
      return to
        .filter(({ item }) => item === subject.packCode)
        .map((target) => [target.field, value] as const);
    }),
  );
}
