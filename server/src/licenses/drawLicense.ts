import { chineseDate, licenseTemplateSchema } from '@onewindow/signing';
import { parse as parseYaml } from 'yaml';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LicenseOrder } from '../drawing/drawingRoom.ts';
import type { LicenseContent } from './licenseContent.ts';
import type { LicenseDocument } from './model.ts';

/**
 * Draws a license from its pack's template and seals it.
 * Throws what drawing and signing throw; nothing is stored.
 */
export async function drawLicense(app: AppContext, license: LicenseDocument): Promise<{ pdf: Buffer }> {
  return { pdf: await app.drawing.license(await readLicenseOrder(app, license)) };
}

/** Reads what the drawing of a license needs: template of its pack's version, sealed content. */
export async function readLicenseOrder(app: AppContext, license: LicenseDocument): Promise<LicenseOrder> {
  const subject = (await app.models.cases
    .findOne({ _id: license.caseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  if (subject === null) throw new Error(`no case ${license.caseId}`);
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const content = app.cipher.open<LicenseContent>(license.sealedContent, license._id);
  return {
    license,
    name: content.name,
    template: licenseTemplateSchema.parse(parseYaml(loaded.file(loaded.pack.license?.template ?? ''))),
    values: printable(content),
    baseUrl: app.config.PUBLIC_BASE_URL,
    signingTime: app.time.now(),
  };
}

/** The values that a license template may name. */
function printable(content: LicenseContent): Record<string, unknown> {
  return {
    ...content.fields,
    fields: content.fields,
    pictures: content.pictures ?? {},
    identifier: content.identifier,
    licenseNo: content.licenseNo,
    licenseName: content.name,
    holder: content.holder,
    issuer: content.issuer,
    issuerName: content.issuer.name,
    issueDay: chineseDate(content.issueDay),
    validFrom: chineseDate(content.validFrom),
    validTo: content.validTo === null ? '长期' : chineseDate(content.validTo),
  };
}
