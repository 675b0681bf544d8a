import type { AppContext } from '../app/appContext.ts';
import type { LicenseContent } from './licenseContent.ts';
import type { LicenseDocument } from './model.ts';

/** One line of a list of licenses. The holder's name is masked. */
export function licenseSummary(app: AppContext, license: Pick<LicenseDocument, keyof LicenseDocument>) {
  return {
    id: license._id,
    identifier: license.identifier,
    licenseNo: license.licenseNo,
    name: license.name,
    type: license.type,
    holderName: license.holderMasked,
    issuer: app.organisation.findDepartment(license.issuerId)?.name ?? license.issuerName,
    issuedAt: license.issuedAt?.toISOString() ?? null,
    validFrom: license.validFrom,
    validTo: license.validTo ?? null,
    state: license.state,
    version: license.versionNo,
  };
}

/** A license with its fields, versions and log, for somebody whose use has been recorded. */
export async function viewLicense(app: AppContext, license: LicenseDocument) {
  const content = app.cipher.open<LicenseContent>(license.sealedContent, license._id);
  const [log, versions] = await Promise.all([
    app.models.licenseLog.find({ tenant: app.tenant, licenseId: license._id }).sort({ at: 1 }).lean(),
    app.models.licenses
      .find({ tenant: app.tenant, licenseNo: license.licenseNo })
      .sort({ versionNo: 1 })
      .lean(),
  ]);
  return {
    ...licenseSummary(app, license),
    holder: content.holder,
    fields: content.fields,
    caseId: license.caseId,
    caseNo: license.caseNo,
    hash: license.sha256 ?? null,
    versions: versions.map((entry) => licenseSummary(app, entry as LicenseDocument)),
    log: log.map((entry) => ({
      at: entry.at.toISOString(),
      by: 'system' in entry.by ? entry.by.system : entry.by.name,
      type: entry.type,
      purpose: entry.purpose,
    })),
  };
}
