import { licenseTemplateSchema, pdfLayoutWriter, signPdf, signQrPayload } from '@onewindow/signing';
import { parse as parseYaml } from 'yaml';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LicenseContent } from './licenseContent.ts';
import type { LicenseDocument } from './model.ts';
import { chineseDay } from './readSource.ts';

/**
 * Draws a license from its pack's template and seals it: red seal, QR code, PAdES B-T certification signature.
 * Throws what drawing and signing throw; nothing is stored.
 */
export async function drawLicense(app: AppContext, license: LicenseDocument): Promise<{ pdf: Buffer }> {
  const subject = (await app.models.cases
    .findOne({ _id: license.caseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  if (subject === null) throw new Error(`no case ${license.caseId}`);
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const template = licenseTemplateSchema.parse(parseYaml(loaded.file(loaded.pack.license?.template ?? '')));
  const content = app.cipher.open<LicenseContent>(license.sealedContent, license._id);
  const signer = await app.seals.sealFor({ uscc: license.issuerUscc, name: license.issuerName });
  const qr = await signQrPayload({
    base: app.config.PUBLIC_BASE_URL,
    identifier: license.identifier,
    contentHash: license.contentHash,
    signer,
  });
  const composed = await pdfLayoutWriter.composeLicense(template, {
    values: printable(content),
    qr,
    at: license.createdAt,
  });
  const signed = await signPdf({
    pdf: composed.pdf,
    signer,
    tsa: app.seals.tsa,
    reason: content.name,
    signingTime: app.time.now(),
    fieldName: 'seal',
    certify: true,
    visible: { box: composed.sealBox, seal: { name: license.issuerName, code: license.issuerUscc } },
  });
  return { pdf: Buffer.from(signed) };
}

/** The values that a license template may name. */
function printable(content: LicenseContent): Record<string, unknown> {
  return {
    ...content.fields,
    fields: content.fields,
    identifier: content.identifier,
    licenseNo: content.licenseNo,
    licenseName: content.name,
    holder: content.holder,
    issuer: content.issuer,
    issuerName: content.issuer.name,
    issueDay: chineseDay(content.issueDay),
    validFrom: chineseDay(content.validFrom),
    validTo: content.validTo === null ? '长期' : chineseDay(content.validTo),
  };
}
