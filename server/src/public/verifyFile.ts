import { createHash } from 'node:crypto';
import { certificatesOfPem, verifyPdf } from '@onewindow/signing';
import type { AppContext } from '../app/appContext.ts';
import { lastChecksOf } from '../checks/checksOfLicense.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import { presentLicense, stateOn } from '../licenses/presentLicense.ts';
import { endOf } from '../licenses/viewLicense.ts';

/**
 * Verifies a PDF: signature valid, chain trusted at signing time, not modified after signing, hash as in the registry,
 * and the status of the license now.
 */
export async function verifyFile(app: AppContext, bytes: Buffer) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const [result, license, document] = await Promise.all([
    verifyPdf({
      pdf: bytes,
      trustedRoots: certificatesOfPem(app.seals.trustedRoots.join('\n')),
      now: app.time.now(),
    }),
    app.models.licenses.findOne({ tenant: app.tenant, sha256 }).lean(),
    app.models.caseDocuments.findOne({ tenant: app.tenant, sha256 }).lean(),
  ]);
  return {
    verdict: result.verdict,
    reasons: result.reasons.map(({ code, zh, en }) => ({ code, 'zh-CN': zh, en })),
    signatures: result.signatures,
    hashMatchesRegistry: license !== null || document !== null,
    license: license === null ? null : await statusOf(app, license as LicenseDocument),
    document: document === null ? null : { kind: document.kind, number: document.number },
  };
}

/**
 * What anybody may know of a license: no number of a person, the holder's name masked; whether it has expired, and which
 * version has replaced it.
 */
export async function statusOf(app: AppContext, license: LicenseDocument) {
  const present =
    license.state === 'superseded' || license.givesWayTo !== undefined
      ? await presentLicense(app, { licenseId: license._id })
      : undefined;
  return {
    identifier: license.identifier,
    licenseNo: license.licenseNo,
    state: stateOn(license, app.time.now()),
    name: license.name,
    issuer: license.issuerName,
    holderNameMasked: license.holderMasked,
    validFrom: license.validFrom,
    validTo: license.validTo ?? null,
    issuedAt: license.issuedAt?.toISOString() ?? null,
    version: license.versionNo,
    replacedBy:
      present === undefined
        ? null
        : {
            identifier: present.identifier,
            licenseNo: present.licenseNo,
            version: present.versionNo,
            state: stateOn(present, app.time.now()),
          },
    ended: endOf(license),
    checks: await lastChecksOf(app, license),
  };
}
