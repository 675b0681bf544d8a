import { shanghaiDay } from '@onewindow/clocks';
import { licenseContentHash, licenseIdentifier } from '@onewindow/signing';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { newId } from '../store/newId.ts';
import type { LicenseContent } from './licenseContent.ts';
import type { LicenseDocument } from './model.ts';
import { nextVersionNo } from './nextVersionNo.ts';

/**
 * Owes the version of a license that carries what an appeal changed; all else stands on it as before. Its numbers are given
 * now, in the transaction of the amendment; it is drawn, sealed and takes the place of the earlier one from the outbox
 * (`finishIssue`). Returns the new version.
 */
export async function oweAmendedLicense(options: {
  app: AppContext;
  change: CaseChange;
  license: LicenseDocument;
  /** New values by key of the field; `validTo` is a Shanghai day. */
  values: Readonly<Record<string, string>>;
  /** Which amendment of the decision it is, from 1. */
  amendment: number;
}): Promise<LicenseDocument> {
  const { app, change, license, values, amendment } = options;
  const { subject, now, session } = change;
  const old = app.cipher.open<LicenseContent>(license.sealedContent, license._id);
  const { validTo = old.validTo, ...fields } = values;
  const versionNo = await nextVersionNo(app, license, session);
  const identifier = licenseIdentifier({
    typeCode21: license.typeCode,
    issuerUscc18: license.issuerUscc,
    serial: license.serial,
    version: versionNo,
  });
  const content: LicenseContent = {
    ...old,
    identifier,
    issueDay: shanghaiDay(now),
    validTo,
    fields: { ...old.fields, ...fields },
  };
  const id = newId();
  const { supersedes: _old, fileId: _file, sha256: _hash, issuedAt: _at, ...kept } = license;
  const { nextReminderAt: _next, expiryReminders: _told, validTo: _until, givesWayTo: _to, ...same } = kept;
  const intent: LicenseDocument = {
    ...same,
    _id: id,
    effectKey: `${subject._id}:license:${subject.decision?.number ?? 1}:amended:${amendment}`,
    identifier,
    versionNo,
    state: 'draft',
    sealedContent: app.cipher.seal(content, id),
    contentHash: licenseContentHash({ ...content }),
    ...(validTo === null ? {} : { validTo }),
    supersedes: license._id,
    createdAt: now,
    version: 1,
  };
  await app.models.licenses.insertMany([intent], { session });
  change.outbox({ destination: 'documents', type: 'issueLicense', payload: { licenseId: id } });
  return intent;
}
