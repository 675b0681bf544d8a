import { shanghaiDay } from '@onewindow/clocks';
import { licenseContentHash, licenseIdentifier } from '@onewindow/signing';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { maskName } from '../cases/maskName.ts';
import type { CaseDocument } from '../cases/model.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { drawLicense } from './drawLicense.ts';
import { lastValidDay } from './lastValidDay.ts';
import type { LicenseContent } from './licenseContent.ts';
import { licenseNumber } from './licenseNumber.ts';
import type { LicenseDocument } from './model.ts';
import { gatherFacts, readSource, writeOut } from './readSource.ts';

/**
 * Issues the license of a granted case, exactly once per decision however often it is called and wherever it is
 * interrupted: the intent with its numbers is persisted first, drawing and signing happen outside any transaction, and
 * the result is committed last.
 * Throws Error when the case has no granting decision under a stored authorisation.
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
    return persistIntent(app, subject, decisionNo);
  }
}

async function composeIntent(
  app: AppContext,
  subject: CaseDocument,
  decisionNo: number,
  effectKey: string,
): Promise<LicenseDocument> {
  const authorisation = await app.models.authorisations
    .findOne({ tenant: app.tenant, caseId: subject._id, decisionNo, kind: 'grant' })
    .lean();
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const type = loaded.pack.license;
  if (authorisation === null)
    throw new Error(`case ${subject._id} has no authorisation for decision ${decisionNo}`);
  if (type === undefined) throw new Error(`pack ${subject.packCode} issues no license`);
  const facts = await gatherFacts(app, subject);
  const issuer = app.organisation.department(subject.departmentId);
  const day = shanghaiDay(app.time.now());
  const renewed = await renewedLicense(app, subject, loaded.operation(subject.operation).licenseAction);
  const number = renewed ?? (await licenseNumber(app, type, day));
  const versionNo = (renewed?.versionNo ?? 0) + 1;
  const identifier = licenseIdentifier({
    typeCode21: type.typeCode,
    issuerUscc18: issuer.uscc,
    serial: number.serial,
    version: versionNo,
  });
  const holder = {
    name: String(readSource(facts, type.holderFrom.name) ?? ''),
    code: String(readSource(facts, type.holderFrom.code) ?? ''),
    kind: String(readSource(facts, type.holderFrom.kind) ?? ''),
  };
  const content: LicenseContent = {
    identifier,
    licenseNo: number.licenseNo,
    name: type.name['zh-CN'],
    holder,
    issuer: { name: issuer.name, uscc: issuer.uscc },
    issueDay: day,
    validFrom: day,
    validTo: lastValidDay(facts, type.validity, day),
    fields: Object.fromEntries(
      Object.entries(type.fields).map(([key, field]) => [key, writeOut(facts, field)]),
    ),
  };
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
    holderIndex: app.cipher.blindIndex('holder', holder.code),
    holderMasked: maskName(holder.name, holder.kind === '001' ? 'legal' : 'natural'),
    validFrom: content.validFrom,
    ...(content.validTo === null ? {} : { validTo: content.validTo }),
    ...(renewed === undefined ? {} : { supersedes: renewed._id }),
    createdAt: app.time.now(),
    version: 1,
  };
}

async function renewedLicense(
  app: AppContext,
  subject: CaseDocument,
  action: string,
): Promise<LicenseDocument | undefined> {
  if (action === 'issue' || subject.licenseId === undefined) return undefined;
  const license = await app.models.licenses.findOne({ _id: subject.licenseId, tenant: app.tenant }).lean();
  return license === null ? undefined : (license as LicenseDocument);
}

async function commitIssue(
  app: AppContext,
  intent: LicenseDocument,
  stored: { id: string; sha256: string },
): Promise<LicenseDocument> {
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
      const saved = await app.models.licenses.updateOne(
        { _id: intent._id, state: 'draft' },
        {
          $set: {
            state: 'issued',
            fileId: stored.id,
            sha256: stored.sha256,
            issuedAt: change.now,
            version: 2,
          },
        },
        { session },
      );
      if (saved.modifiedCount !== 1) return;
      if (intent.supersedes !== undefined) {
        await app.models.licenses.updateOne(
          { _id: intent.supersedes },
          { $set: { state: 'superseded', supersededBy: intent._id }, $inc: { version: 1 } },
          { session },
        );
      }
      const entries = [
        logEntry(app, intent._id, 'issued', change.now, { caseNo: intent.caseNo, sha256: stored.sha256 }),
      ];
      if (intent.supersedes !== undefined) {
        entries.push(logEntry(app, intent.supersedes, 'superseded', change.now, { by: intent.identifier }));
      }
      await app.models.licenseLog.insertMany(entries, { session });
      change.event('licenseIssued', {
        identifier: intent.identifier,
        licenseNo: intent.licenseNo,
        sha256: stored.sha256,
      });
    },
  });
  return issued;
}

function logEntry(
  app: AppContext,
  licenseId: string,
  type: string,
  at: Date,
  details: Record<string, unknown>,
) {
  return {
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    licenseId,
    at,
    type,
    by: { system: 'licenseWorker' },
    purpose: '',
    details,
  };
}
