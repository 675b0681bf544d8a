import { validateSubmission } from '@onewindow/forms';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { Applicant, CaseDocument } from '../cases/model.ts';
import { dataOf, personOf } from '../cases/personOf.ts';
import { AppError, type FieldProblem } from '../errors/appError.ts';
import { formFacts } from '../licenses/formFacts.ts';
import { requireFitLicense } from '../licenses/requireFitLicense.ts';
import { missingReasons } from '../prefill/giveReasons.ts';
import { knownOf } from '../prefill/knownValue.ts';
import { formInvalid } from './applyIntakeEdit.ts';
import { checkLetter } from './authorisationLetter.ts';
import { isConfirmed } from './checkPerson.ts';

const wrongKind: Readonly<Record<Applicant['kind'], FieldProblem['message']>> = {
  natural: { 'zh-CN': '本事项不受理个人的申请。', en: 'This item is not for natural persons.' },
  legal: { 'zh-CN': '本事项只受理个人的申请。', en: 'This item is for natural persons only.' },
};

/**
 * Checks that the application may be received: applicant named and of a kind that may apply, the form complete and right, the license named where
 * the operation asks for one. Missing materials do not prevent receipt: they are what the supplement list is for.
 * Throws AppError `invalidRequest`, `formInvalid`, `licenseRequired`, `licenseOfOtherKind`, `licenseOfOtherHolder`, `licenseUnfit`.
 */
export async function checkComplete(options: {
  app: AppContext;
  subject: CaseDocument;
  session?: ClientSession;
}): Promise<Record<string, unknown>> {
  const { app, subject } = options;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const operation = loaded.operation(subject.operation);
  const problems: FieldProblem[] = [];
  const { applicant, agent } = personOf(app, subject);
  if (applicant === undefined) {
    problems.push(missing('applicant', { 'zh-CN': '请填写申请人。', en: 'Name the applicant.' }));
  } else if (!loaded.pack.applicantKinds.includes(applicant.kind)) {
    problems.push({ ...missing('applicant.kind', wrongKind[applicant.kind]), rule: 'kind' });
  }
  if (loaded.pack.area !== 'none' && subject.area.town === undefined) {
    problems.push(missing('area.town', { 'zh-CN': '请选择所属街道（镇）。', en: 'Choose the town.' }));
  }
  if (loaded.pack.area === 'village' && subject.area.village === undefined) {
    problems.push(missing('area.village', { 'zh-CN': '请选择所属社区（村）。', en: 'Choose the village.' }));
  }
  problems.push(...checkLetter(agent, app.time.now()));
  if (problems.length > 0) throw new AppError('invalidRequest', { problems });
  await requireFitLicense(app, subject, loaded);
  const submission = await app.models.submissions
    .findOne({ tenant: app.tenant, caseId: subject._id, stepKey: 'intake' }, null, {
      ...(options.session === undefined ? {} : { session: options.session }),
    })
    .lean();
  const data = submission === null ? {} : dataOf(app, submission);
  const form = loaded.form(operation.intakeForm);
  const checked = await validateSubmission({
    form,
    data,
    mode: 'submit',
    locale: 'zh-CN',
    confirmedCodes: applicant !== undefined && isConfirmed(applicant) ? [applicant.idNumber] : [],
    // Files come in as materials; an application form has nothing uploaded to name.
    knownFiles: new Map(),
    ...(await formFacts(app, form, subject, subject.receivedAt)),
  });
  if (!checked.ok) throw formInvalid(checked.errors);
  const unexplained = submission === null ? [] : missingReasons(knownOf(app, submission), checked.data);
  if (unexplained.length > 0)
    throw new AppError('formInvalid', { params: { count: unexplained.length }, problems: unexplained });
  return checked.data;
}

function missing(path: string, message: FieldProblem['message']): FieldProblem {
  return { path, pointer: `/${path.replaceAll('.', '/')}`, message, rule: 'required' };
}
