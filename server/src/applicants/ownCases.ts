import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseAccount, CaseDocument } from '../cases/model.ts';
import { readCase } from '../cases/readCase.ts';
import { type Answers, fieldsOfAnswers } from '../catalog/viewSituation.ts';
import { drawDocument } from '../documents/drawDocument.ts';
import { AppError } from '../errors/appError.ts';
import { requirePaid } from '../fees/requirePaid.ts';
import type { Actor } from '../identity/actor.ts';
import { createDraft } from '../intake/createDraft.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import { readLicenseFile } from '../licenses/readLicenseFile.ts';
import { licenseSummary } from '../licenses/viewLicense.ts';
import { newId } from '../store/newId.ts';
import { ownAccount, personsFor, verifiedHolders } from './parties.ts';
import { ownSummary } from './viewOwnCase.ts';

/** Drafts that one account may have at once. */
const mostDrafts = 20;
const listed = 100;

/** The account's latest cases and drafts, latest change first. */
export async function listOwnCases(app: AppContext, accountId: string) {
  const cases = (await app.models.cases
    .find({ tenant: app.tenant, 'account.id': accountId })
    .sort({ updatedAt: -1, _id: -1 })
    .limit(listed)
    .lean()) as CaseDocument[];
  return { items: cases.map((subject) => ownSummary(app, subject)) };
}

/**
 * Begins an application in the name of one of the account's parties: the same draft as at the window, but nobody's there
 * until it is handed in.
 * Throws AppError `partyUnknown`, `tooManyDrafts`, `onlyAtWindow` (a theme), and what createDraft throws.
 */
export async function beginApplication(input: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  operation: string;
  partyId: string;
  door: CaseAccount['door'];
  /** Answers to the guided questions; they fill their fields of the form. */
  answers?: Answers | undefined;
  requestId?: string | undefined;
}): Promise<CaseDocument> {
  const { app, actor, packCode, operation, partyId, door, requestId } = input;
  const loaded = await app.packs.live(packCode);
  if (!isOnline(loaded.pack)) throw new AppError('onlyAtWindow');
  const account = await ownAccount(app, actor.id);
  const { applicant, agent, party } = personsFor(app, account, partyId);
  const own = await app.models.cases
    .find({ tenant: app.tenant, 'account.id': actor.id }, { state: 1 })
    .lean();
  if (own.filter(({ state }) => state === 'draft').length >= mostDrafts)
    throw new AppError('tooManyDrafts', { params: { most: mostDrafts } });
  const formData = fieldsOfAnswers(loaded, operation, input.answers ?? {});
  const answered = Object.keys(formData).length === 0 ? {} : { formData };
  return createDraft({
    app,
    actor,
    packCode,
    operation,
    edit: { applicant, ...(agent === undefined ? {} : { agent }), ...answered },
    account: {
      id: actor.id,
      door,
      officeId: app.config.ONLINE_OFFICE,
      ...(party.verified === undefined ? {} : { verifiedBy: party.verified.by }),
    },
    requestId,
  });
}

/** Items that can be applied for online: all but themes and what begins with a report. */
export function isOnline(pack: { theme?: unknown; dispatch?: unknown }): boolean {
  return pack.theme === undefined && pack.dispatch === undefined;
}

/** Own licenses: those of the parties that a register has confirmed, and no others. */
export async function listOwnLicenses(app: AppContext, accountId: string) {
  const holders = verifiedHolders(app, await ownAccount(app, accountId));
  if (holders.length === 0) return { items: [] };
  const licenses = (await app.models.licenses
    .find({ tenant: app.tenant, holderIndex: trusted({ $in: holders }) })
    .lean()) as LicenseDocument[];
  const issued = licenses.filter(({ state }) => state !== 'draft');
  return { items: issued.map((license) => licenseSummary(app, license)) };
}

/** Throws AppError `notFound` unless the license may be named in this application. */
export async function requireOwnLicense(
  app: AppContext,
  actor: Actor,
  licenseId: string,
): Promise<LicenseDocument> {
  const license = (await app.models.licenses
    .findOne({ _id: licenseId, tenant: app.tenant, state: trusted({ $ne: 'draft' }) })
    .lean()) as LicenseDocument | null;
  if (license === null) throw new AppError('notFound');
  const holders = verifiedHolders(app, await ownAccount(app, actor.id));
  if (holders.includes(license.holderIndex)) return license;
  const issued = await app.models.cases.findOne({ _id: license.caseId, tenant: app.tenant }).lean();
  if (issued?.account?.id !== actor.id) throw new AppError('notFound');
  return license;
}

/** The signed PDF of an own license; that it was fetched is recorded. Throws AppError `notFound`, `billDue`. */
export async function readOwnLicense(app: AppContext, actor: Actor, licenseId: string) {
  const license = await requireOwnLicense(app, actor, licenseId);
  if (license.fileId === undefined) throw new AppError('notFound');
  // It is delivered when what is due before delivery is paid.
  await requirePaid({ app, caseId: license.caseId, before: 'delivery' });
  await app.models.licenseLog.create({
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    licenseId: license._id,
    at: app.time.now(),
    type: 'downloaded',
    by: { system: 'applicant' },
    purpose: '',
    details: { account: actor.id },
  });
  return { bytes: await readLicenseFile(app, license), name: `${license.licenseNo}.pdf` };
}

/** A statutory document of an own case. Throws AppError `notFound`. */
export async function readOwnDocument(app: AppContext, actor: Actor, caseId: string, documentId: string) {
  const subject = await readCase(app, actor, caseId);
  const known = await app.models.caseDocuments.findOne({ _id: documentId, tenant: app.tenant }).lean();
  if (known === null || known.caseId !== subject._id) throw new AppError('notFound');
  const { pdf, entry } = await drawDocument(app, documentId);
  return { bytes: pdf, name: `${entry.kind}-${subject.caseNo ?? ''}.pdf` };
}

/** A register has confirmed who applies: only then are the licenses of that number theirs to use. */
export function isVerified(subject: Pick<CaseDocument, 'account'>): boolean {
  return subject.account?.verifiedBy !== undefined;
}
