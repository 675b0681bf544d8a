import { licenseTemplateSchema } from '@onewindow/signing';
import { parse as parseYaml } from 'yaml';
import type { AppContext } from '../app/appContext.ts';
import { systemName } from '../audit/viewEvents.ts';
import { checksOfLicense } from '../checks/checksOfLicense.ts';
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
    ended: endOf(license),
    version: license.versionNo,
  };
}

/** The act that ended the license's effect, or null. */
export function endOf({ ended }: Pick<LicenseDocument, 'ended'>) {
  return ended === undefined ? null : { ...ended, at: ended.at.toISOString() };
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
    fields: await labelledFields(app, license, content),
    caseId: license.caseId,
    caseNo: license.caseNo,
    hash: license.sha256 ?? null,
    versions: versions.map((entry) => licenseSummary(app, entry as LicenseDocument)),
    checks: await checksOfLicense(app, license),
    log: log.map((entry) => ({
      at: entry.at.toISOString(),
      by: 'system' in entry.by ? systemName(entry.by.system)['zh-CN'] : entry.by.name,
      type: entry.type,
      purpose: entry.purpose,
    })),
  };
}

/** The fields as the certificate labels them, in its order. */
async function labelledFields(app: AppContext, license: LicenseDocument, content: LicenseContent) {
  const subject = await app.models.cases.findOne({ _id: license.caseId, tenant: app.tenant }).lean();
  const labels = subject === null ? new Map<string, string>() : await labelsOf(app, subject);
  return Object.entries(content.fields).map(([key, value]) => {
    const label = labels.get(key) ?? key;
    return { key, name: { 'zh-CN': label, en: label }, value };
  });
}

/** What the certificate calls the fields of a license of a case, by key. */
export async function labelsOf(
  app: AppContext,
  subject: { packCode: string; packVersion: number },
): Promise<Map<string, string>> {
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const template = licenseTemplateSchema.parse(parseYaml(loaded.file(loaded.pack.license?.template ?? '')));
  return new Map(
    template.fields.flatMap(({ label, value }) => {
      const key = /^\{\{fields\.(\w+)\}\}$/.exec(value)?.[1];
      return key === undefined ? [] : [[key, label] as const];
    }),
  );
}
