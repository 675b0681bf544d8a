import { validateSubmission } from '@onewindow/forms';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { maskName } from '../cases/maskName.ts';
import type { Agent, Applicant, CaseDocument } from '../cases/model.ts';
import { dataOf, personOf } from '../cases/personOf.ts';
import { AppError } from '../errors/appError.ts';
import { dropForeignIdentification } from '../identification/identifiedPerson.ts';
import type { LicenseContent } from '../licenses/licenseContent.ts';
import { presentLicense } from '../licenses/presentLicense.ts';
import { type Filling, followLicense } from '../prefill/followLicense.ts';
import { type GivenReasons, giveReasons } from '../prefill/giveReasons.ts';
import { type KnownValue, type KnownValues, knownOf } from '../prefill/knownValue.ts';
import { chooseMemberLicenses, leftLicense, memberFillings } from '../visits/licensedMembers.ts';
import { askForLetter } from './authorisationLetter.ts';
import { checkPerson, isConfirmed } from './checkPerson.ts';
import { prefillFrom } from './prefillFrom.ts';

/** What a clerk may change while the case is a draft or waits for corrections. Absent means unchanged. */
export interface IntakeEdit {
  applicant?: Applicant | undefined;
  /** null removes the agent. */
  agent?: Agent | null | undefined;
  area?: { town?: string | undefined; village?: string | undefined } | undefined;
  formData?: Record<string, unknown> | undefined;
  licenseId?: string | undefined;
  /** Of a visit: the license of each item that is about one. */
  memberLicenses?: Record<string, string> | undefined;
  formReasons?: GivenReasons | undefined;
}

/**
 * Writes an edit into the case and its application. An incomplete form is accepted here, a wrongly typed one is not.
 * Throws AppError `invalidRequest`, `formInvalid`, `areaUnknown`, `licenseRequired`, `itemUnknown`.
 */
export async function applyIntakeEdit(options: {
  app: AppContext;
  change: CaseChange;
  edit: IntakeEdit;
}): Promise<void> {
  const { app, change, edit } = options;
  const { subject } = change;
  const before = { ...subject };
  applyPerson(app, change, edit);
  if (edit.area !== undefined) subject.area = checkArea(app, edit.area);
  if (edit.licenseId !== undefined) {
    const license = await app.models.licenses.findOne({ _id: edit.licenseId, tenant: app.tenant }).lean();
    if (license === null) throw new AppError('licenseRequired');
    subject.licenseId = edit.licenseId;
  }
  if (edit.memberLicenses !== undefined)
    subject.memberLicenses = await chooseMemberLicenses(app, subject, edit.memberLicenses);
  const { formData, formReasons } = edit;
  const filling = [formData, formReasons, edit.applicant, edit.licenseId, edit.memberLicenses];
  if (filling.some((part) => part !== undefined)) await saveFormData(app, change, before, edit);
}

function applyPerson(app: AppContext, change: CaseChange, edit: IntakeEdit): void {
  const { subject, now } = change;
  if (edit.applicant === undefined && edit.agent === undefined) return;
  checkPerson({ applicant: edit.applicant, agent: edit.agent ?? undefined }, now);
  const person = personOf(app, subject);
  const wasTyped =
    person.applicant?.source !== 'card' || person.applicant.idNumber !== edit.applicant?.idNumber;
  if (edit.applicant !== undefined) {
    const { numberConfirmed: _said, ...applicant } = edit.applicant;
    const before = person.applicant;
    // The confirmation is the clerk's act on this one number: recorded once, gone with another number.
    person.applicant = isConfirmed(edit.applicant) ? { ...applicant, numberConfirmed: true } : applicant;
    if (subject.commitment !== undefined && before?.idNumber !== applicant.idNumber) {
      delete subject.commitment;
      change.event('commitmentDropped');
    }
    const anew = before?.numberConfirmed !== true || before.idNumber !== applicant.idNumber;
    if (person.applicant.numberConfirmed === true && anew)
      change.event('numberConfirmed', { rule: 'checkCharacter' });
  }
  if (edit.agent === null) delete person.agent;
  else if (edit.agent !== undefined) person.agent = edit.agent;
  subject.sealedPerson = app.cipher.seal(person, subject._id);
  if (edit.agent !== undefined) askForLetter(subject, person.agent);
  if (edit.applicant?.source === 'card' && wasTyped) change.event('applicantRead', { source: 'card' });
  dropForeignIdentification(app, change);
  if (person.applicant !== undefined) {
    subject.applicantMasked = maskName(person.applicant.name, person.applicant.kind);
    subject.holderIndex = app.cipher.blindIndex('holder', person.applicant.idNumber);
    subject.nameIndex = app.cipher.blindIndex('name', person.applicant.name);
  }
}

function checkArea(
  app: AppContext,
  area: NonNullable<IntakeEdit['area']>,
): { town?: string; village?: string } {
  const town =
    area.town === undefined || area.town === '' ? undefined : app.organisation.findDepartment(area.town);
  const village =
    area.village === undefined || area.village === ''
      ? undefined
      : app.organisation.findDepartment(area.village);
  const villageParent =
    village === undefined ? undefined : app.organisation.division(village.division)?.parent;
  const wrong =
    (area.town && town?.level !== 'town') ||
    (area.village && village?.level !== 'village') ||
    (village !== undefined && villageParent !== town?.division);
  if (wrong) throw new AppError('areaUnknown');
  return {
    ...(town === undefined ? {} : { town: town.departmentId }),
    ...(village === undefined ? {} : { village: village.departmentId }),
  };
}

async function saveFormData(
  app: AppContext,
  change: CaseChange,
  before: Pick<CaseDocument, 'licenseId' | 'memberLicenses'>,
  { formData: given, formReasons: reasons = {} }: IntakeEdit,
): Promise<void> {
  const { subject, session } = change;
  const submission = await app.models.submissions
    .findOne({ tenant: app.tenant, caseId: subject._id, stepKey: 'intake' }, null, { session })
    .lean();
  if (submission?.open !== true) throw new AppError('stateConflict', { params: { state: subject.state } });
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const { prefill } = loaded.operation(subject.operation);
  const own = {
    rules: prefill,
    values: await knownValues(app, subject, prefill),
    left: await leftLicense(app, before.licenseId, subject.licenseId),
  };
  const known = knownOf(app, submission);
  const knownBefore = JSON.stringify(known);
  let data = given ?? dataOf(app, submission);
  for (const filling of [own, ...(await memberFillings(app, subject, before.memberLicenses))])
    data = fillIn(known, filling, data);
  const checked = await validateSubmission({
    form: loaded.form(submission.formPath),
    data,
    mode: 'draft',
    locale: 'zh-CN',
    // Files come in as materials; an application form has nothing uploaded to name.
    knownFiles: new Map(),
  });
  if (!checked.ok) throw formInvalid(checked.errors);
  const by = change.actor.kind === 'user' ? change.actor.id : '';
  const explained = giveReasons({ change, known, data: checked.data, given: reasons, by });
  const noted = JSON.stringify(known) !== knownBefore;
  const sealedKnown = noted || explained ? { sealedKnown: app.cipher.seal(known, submission._id) } : {};
  await app.models.submissions.updateOne(
    { _id: submission._id },
    {
      $set: { sealedData: app.cipher.seal(checked.data, submission._id), at: change.now, ...sealedKnown },
    },
    { session },
  );
}

/** Fills empty fields, those of an earlier license with what the one that is chosen now says, and remembers where each value came from. */
function fillIn(
  known: KnownValues,
  filling: Filling,
  typed: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { rules, values } = filling;
  const origin = (from: string) => originOf(from, values);
  const followed = followLicense({ known, filling, data: typed, origin });
  const data = prefillFrom(values, rules, followed);
  for (const { to, from } of rules)
    if ((followed[to] ?? '') === '' && (data[to] ?? '') !== '')
      known[to] = { value: data[to], ...origin(from) };
  return data;
}

function originOf(from: string, values: Readonly<Record<string, unknown>>): Omit<KnownValue, 'value'> {
  const origin = from.slice(0, from.indexOf(':'));
  if (origin === 'license') {
    const { licenseNo, issueDay } = values['license'] as LicenseContent;
    return { source: 'license', ref: licenseNo, day: issueDay };
  }
  const read = (values[origin] as { source?: string } | undefined)?.source === 'card';
  const onCard = from.endsWith(':/name') || from.endsWith(':/idNumber');
  return { source: read && onCard ? 'card' : 'person' };
}

/** What may fill the form: the applicant and agent, and the license that the application is about where a rule asks for it. */
async function knownValues(
  app: AppContext,
  subject: CaseDocument,
  rules: readonly { from: string }[],
): Promise<Record<string, unknown>> {
  const person = { ...personOf(app, subject) };
  if (!rules.some(({ from }) => from.startsWith('license:'))) return person;
  const license = await presentLicense(app, subject);
  return license === undefined
    ? person
    : { ...person, license: app.cipher.open<LicenseContent>(license.sealedContent, license._id) };
}

/** The form's errors as one AppError naming each field. */
export function formInvalid(
  errors: readonly {
    path: string;
    pointer: string;
    label: string;
    message: string;
    rule: string;
    messageEn?: string;
  }[],
): AppError {
  return new AppError('formInvalid', {
    params: { count: errors.length },
    problems: errors.map((error) => ({
      path: error.path,
      pointer: error.pointer,
      label: error.label,
      rule: error.rule,
      message: { 'zh-CN': error.message, en: error.messageEn ?? error.message },
    })),
  });
}
