import { shanghaiDay } from '@onewindow/clocks';
import { licenseContentHash, licenseIdentifier } from '@onewindow/signing';
import { type ClientSession, trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { isTakenBack } from '../cases/isTakenBack.ts';
import { maskName } from '../cases/maskName.ts';
import type { CaseDocument } from '../cases/model.ts';
import { beginChecksOfLicense } from '../checks/beginChecks.ts';
import { readSignature } from '../documents/readSignature.ts';
import { followLicense } from '../payment/followLicense.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { composeContent } from './composeContent.ts';
import { drawLicense } from './drawLicense.ts';
import { statesFor } from './licenseActions.ts';
import type { LicenseContent } from './licenseContent.ts';
import { licenseLogEntry } from './licenseLogEntry.ts';
import { licenseNumber } from './licenseNumber.ts';
import type { LicenseDocument, LicenseState } from './model.ts';
import { nextVersionNo } from './nextVersionNo.ts';
import { planExpiryReminders } from './planExpiryReminders.ts';
import { presentLicense } from './presentLicense.ts';
import { type CaseFacts, gatherFacts } from './readSource.ts';

/**
 * Issues the license of a granted case, or the version that replaces the one it is about, exactly once per decision however often it is called and wherever it is
 * interrupted: the intent with its numbers is persisted first, drawing and signing happen outside any transaction, and
 * the result is committed last; where an appeal took the decision away meanwhile, none is issued: the draft stays one and is returned.
 * Throws Error when the case has no granting decision under a stored authorisation, or the license to be replaced is not
 * in force any more.
 */
export async function issueLicense(options: {
  app: AppContext;
  caseId: string;
  decisionNo: number;
}): Promise<LicenseDocument> {
  const { app, caseId, decisionNo } = options;
  const subject = (await app.models.cases
    .findOne({ _id: caseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  if (subject === null) throw new Error(`no case ${caseId}`);
  const intent = await persistIntent(app, subject, decisionNo);
  return finishIssue(app, intent);
}

/** Draws, seals and issues a license whose numbers were given; one that is issued already stays as it is. */
export async function finishIssue(app: AppContext, intent: LicenseDocument): Promise<LicenseDocument> {
  if (intent.state !== 'draft') return intent;
  const { pdf } = await drawLicense(app, intent);
  const stored = await app.files.put({ tenant: app.tenant, bytes: pdf, mediaType: 'application/pdf' });
  return commitIssue(app, intent, stored);
}

async function persistIntent(
  app: AppContext,
  subject: CaseDocument,
  decisionNo: number,
): Promise<LicenseDocument> {
  const effectKey = `${subject._id}:license:${decisionNo}`;
  const known = await app.models.licenses.findOne({ tenant: app.tenant, effectKey }).lean();
  if (known !== null) return known as LicenseDocument;
  const intent = await composeIntent(app, subject, decisionNo, effectKey);
  try {
    await app.models.licenses.insertMany([intent]);
    return intent;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // Another worker had the same intent; anything else that is taken (a number given from outside) is an error.
    const other = await app.models.licenses.findOne({ tenant: app.tenant, effectKey }).lean();
    if (other === null) throw error;
    return other as LicenseDocument;
  }
}

async function composeIntent(
  app: AppContext,
  subject: CaseDocument,
  decisionNo: number,
  effectKey: string,
): Promise<LicenseDocument> {
  const authorisation = await app.models.authorisations
    .findOne({ tenant: app.tenant, caseId: subject._id, decisionNo })
    .lean();
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const type = loaded.pack.license;
  if (authorisation?.kind !== 'grant')
    throw new Error(`case ${subject._id} has no authorisation for decision ${decisionNo}`);
  if (type === undefined) throw new Error(`pack ${subject.packCode} issues no license`);
  const facts = await gatherFacts(app, subject);
  const issuer = app.organisation.department(subject.departmentId);
  const day = shanghaiDay(app.time.now());
  const operation = loaded.operation(subject.operation);
  const old = await replacedLicense(app, subject, operation.licenseAction);
  const keeps = old !== undefined && operation.licenseNumber === 'keep';
  const number = keeps ? old : await licenseNumber(app, type, day, facts);
  const versionNo = keeps ? await nextVersionNo(app, old) : 1;
  const identifier = licenseIdentifier({
    typeCode21: type.typeCode,
    issuerUscc18: issuer.uscc,
    serial: number.serial,
    version: versionNo,
  });
  const content = composeContent({
    facts,
    pictures: await readPictures(app, subject, facts, type.pictures),
    type,
    action: operation.licenseAction,
    old: old === undefined ? undefined : app.cipher.open<LicenseContent>(old.sealedContent, old._id),
    numbers: { identifier, licenseNo: number.licenseNo },
    issuer: { name: issuer.name, uscc: issuer.uscc },
    day,
  });
  const id = newId();
  return {
    _id: id,
    schemaVersion: 1,
    tenant: app.tenant,
    effectKey,
    identifier,
    licenseNo: number.licenseNo,
    typeCode: type.typeCode,
    type: type.type,
    name: type.name,
    serial: number.serial,
    versionNo,
    state: 'draft',
    issuerId: issuer.departmentId,
    issuerName: issuer.name,
    issuerUscc: issuer.uscc,
    caseId: subject._id,
    caseNo: subject.caseNo ?? '',
    authorisationId: authorisation._id,
    sealedContent: app.cipher.seal(content, id),
    contentHash: licenseContentHash({ ...content }),
    holderIndex: app.cipher.blindIndex('holder', content.holder.code),
    holderMasked: maskName(content.holder.name, content.holder.kind === '001' ? 'legal' : 'natural'),
    validFrom: content.validFrom,
    ...(content.validTo === null ? {} : { validTo: content.validTo }),
    ...(old === undefined ? {} : { supersedes: old._id }),
    createdAt: app.time.now(),
    version: 1,
  };
}

/** The signatures that a license prints, by key; empty where nobody has signed. */
async function readPictures(
  app: AppContext,
  subject: CaseDocument,
  facts: CaseFacts,
  wanted: Readonly<Record<string, string>> = {},
): Promise<Record<string, string>> {
  const pictures: Record<string, string> = {};
  for (const [key, from] of Object.entries(wanted))
    pictures[key] = await readSignature(app, subject, facts, from);
  return pictures;
}

/** The license that is replaced. Throws Error when it is not in force any more: nothing brings a deregistered one back. */
async function replacedLicense(
  app: AppContext,
  subject: CaseDocument,
  action: keyof typeof statesFor,
): Promise<LicenseDocument | undefined> {
  if (action === 'issue') return undefined;
  const license = await presentLicense(app, subject);
  if (license !== undefined && !statesFor[action].includes(license.state))
    throw new Error(`license ${license._id} in state ${license.state} cannot be replaced`);
  return license;
}

async function commitIssue(
  app: AppContext,
  intent: LicenseDocument,
  stored: { id: string; sha256: string },
): Promise<LicenseDocument> {
  let takenBack = false;
  const issued: LicenseDocument = {
    ...intent,
    state: 'issued',
    fileId: stored.id,
    sha256: stored.sha256,
    issuedAt: app.time.now(),
    version: 2,
  };
  await changeCase({
    app,
    caseId: intent.caseId,
    actor: { kind: 'system', name: 'licenseWorker' },
    work: async (change) => {
      const { session } = change;
      takenBack = isTakenBack(change.subject);
      if (takenBack) return;
      issued.state = await stateAtIssue(app, intent, session);
      const saved = await app.models.licenses.updateOne(
        { _id: intent._id, state: 'draft' },
        {
          $set: {
            state: issued.state,
            fileId: stored.id,
            sha256: stored.sha256,
            issuedAt: change.now,
            version: 2,
            ...(await planExpiryReminders(app, intent, { session, now: change.now })),
          },
        },
        { session },
      );
      if (saved.modifiedCount !== 1) return;
      if (intent.supersedes !== undefined) {
        const replaced = await app.models.licenses.updateOne(
          { _id: intent.supersedes, state: trusted({ $in: [...statesFor.reissue] }) },
          { $set: { state: 'superseded', supersededBy: intent._id }, $inc: { version: 1 } },
          { session },
        );
        if (replaced.modifiedCount !== 1) throw new Error(`license ${intent.supersedes} is not in force`);
      }
      const entries = [
        licenseLogEntry(app, {
          licenseId: intent._id,
          type: 'issued',
          at: change.now,
          details: { caseNo: intent.caseNo, sha256: stored.sha256 },
        }),
      ];
      if (intent.supersedes !== undefined) {
        entries.push(
          licenseLogEntry(app, {
            licenseId: intent.supersedes,
            type: 'superseded',
            at: change.now,
            details: { by: intent.identifier, caseNo: intent.caseNo },
          }),
        );
      }
      await app.models.licenseLog.insertMany(entries, { session });
      await beginChecksOfLicense(app, change, issued);
      await followLicense(app, session, { holderIndex: intent.holderIndex, at: change.now });
      change.event('licenseIssued', {
        identifier: intent.identifier,
        licenseNo: intent.licenseNo,
        sha256: stored.sha256,
      });
    },
  });
  return takenBack ? intent : issued;
}

/** A new copy of a license that is suspended is suspended, too: losing it lifts nothing. */
async function stateAtIssue(
  app: AppContext,
  { supersedes }: LicenseDocument,
  session: ClientSession,
): Promise<LicenseState> {
  if (supersedes === undefined) return 'issued';
  const before = await app.models.licenses
    .findOne({ _id: supersedes, tenant: app.tenant }, { state: 1 }, { session })
    .lean();
  return before?.state === 'suspended' ? 'suspended' : 'issued';
}
