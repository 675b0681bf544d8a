import { validateSubmission } from '@onewindow/forms';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { maskName } from '../cases/maskName.ts';
import type { Applicant, CaseDocument, CaseMaterial, SubmissionDocument, ThemeItem } from '../cases/model.ts';
import { dataOf, personOf } from '../cases/personOf.ts';
import { startAcceptanceClock } from '../clocks/startCaseClocks.ts';
import { raiseBill } from '../fees/raiseBill.ts';
import { prefillFrom } from '../intake/prefillFrom.ts';
import type { LicenseContent } from '../licenses/licenseContent.ts';
import type { LicenseDocument } from '../licenses/model.ts';

/**
 * Takes an item up that has waited: everything it waited for is granted. The holder of a license just issued becomes the
 * applicant where the theme says so, the licenses of the family satisfy its materials, and it is received today: its own
 * limits begin now. Where the new applicant leaves a question open it goes to the window as a draft instead.
 */
export async function releaseItem(options: {
  app: AppContext;
  themeCase: CaseDocument;
  cases: readonly CaseDocument[];
  item: ThemeItem;
  subject: CaseDocument;
}): Promise<void> {
  const { app, cases, item, subject } = options;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const operation = loaded.operation(subject.operation);
  const licenses = await licensesOf(app, cases, item.after);
  const person = personOf(app, subject);
  const holder = applicantOf(app, cases, item, licenses, person.applicant);
  if (holder !== undefined) person.applicant = holder;
  const application = (await app.models.submissions
    .findOne({ tenant: app.tenant, caseId: subject._id, stepKey: 'intake' })
    .lean()) as SubmissionDocument | null;
  const data = prefillFrom(person, operation.prefill, application === null ? {} : dataOf(app, application));
  const checked = await validateSubmission({
    form: loaded.form(operation.intakeForm),
    data,
    mode: 'submit',
    locale: 'zh-CN',
    confirmedCodes: person.applicant === undefined ? [] : [person.applicant.idNumber],
    knownFiles: new Map(),
  });
  await changeCase({
    app,
    caseId: subject._id,
    actor: { kind: 'system', name: 'theme' },
    known: subject,
    work: async (change) => {
      const { now, session } = change;
      change.subject.sealedPerson = app.cipher.seal(person, subject._id);
      if (person.applicant !== undefined) {
        change.subject.applicantMasked = maskName(person.applicant.name, person.applicant.kind);
        change.subject.holderIndex = app.cipher.blindIndex('holder', person.applicant.idNumber);
        change.subject.nameIndex = app.cipher.blindIndex('name', person.applicant.name);
      }
      change.subject.materials = satisfied(
        subject.materials,
        licenses,
        (key) => loaded.material(key)?.licenseTypes,
      );
      if (application !== null) {
        const sealedData = app.cipher.seal(checked.ok ? checked.data : data, application._id);
        await app.models.submissions.updateOne(
          { _id: application._id },
          { $set: { sealedData, at: now, open: !checked.ok } },
          { session },
        );
      }
      if (!checked.ok) {
        change.subject.state = 'draft';
        change.event('releasedIncomplete', { count: checked.errors.length });
        return;
      }
      change.subject.state = 'received';
      change.subject.receivedAt = now;
      await startAcceptanceClock({ app, change });
      await raiseBill({ app, change, due: 'acceptance' });
      change.event('released', { caseNo: item.caseNo });
    },
  });
}

async function licensesOf(
  app: AppContext,
  cases: readonly CaseDocument[],
  codes: readonly string[],
): Promise<LicenseDocument[]> {
  const found = await Promise.all(
    cases
      .filter(({ packCode }) => codes.includes(packCode))
      .map(({ _id }) =>
        app.models.licenses.find({ tenant: app.tenant, caseId: _id, state: 'issued' }).lean(),
      ),
  );
  return found.flat() as LicenseDocument[];
}

/** The holder of the license that names the applicant (`applicantFrom`), or undefined. */
function applicantOf(
  app: AppContext,
  cases: readonly CaseDocument[],
  item: ThemeItem,
  licenses: readonly LicenseDocument[],
  before: Applicant | undefined,
): Applicant | undefined {
  const from = cases.find(({ packCode }) => packCode === item.applicantFrom);
  const license = licenses.find(({ caseId }) => caseId === from?._id);
  if (license === undefined) return undefined;
  const { holder, fields } = app.cipher.open<LicenseContent>(license.sealedContent, license._id);
  const legalRepresentative = fields['legalRepresentative'] ?? before?.legalRepresentative;
  return {
    kind: holder.kind === '111' ? 'natural' : 'legal',
    name: holder.name,
    idType: holder.kind,
    idNumber: holder.code,
    ...(before?.phone === undefined ? {} : { phone: before.phone }),
    ...(legalRepresentative === undefined ? {} : { legalRepresentative }),
  };
}

/** No material is asked for that the family's own license just became. */
function satisfied(
  materials: readonly CaseMaterial[],
  licenses: readonly LicenseDocument[],
  typesOf: (key: string) => readonly string[] | undefined,
): CaseMaterial[] {
  return materials.map((entry) => {
    const license = licenses.find(({ type }) => typesOf(entry.key)?.includes(type));
    return license === undefined ? entry : { ...entry, licenseId: license._id };
  });
}
