import {
  type LicenseTemplate,
  pdfLayoutWriter,
  type Signer,
  signPdf,
  signQrPayload,
  type TimeStampAuthority,
} from '@onewindow/signing';
import type { LicenseDocument } from './model.ts';

/** Everything that drawing and sealing one license needs; nothing is read besides it. */
export interface LicenseDrawing {
  license: LicenseDocument;
  /** Name of the license, the reason of the signature. */
  name: string;
  template: LicenseTemplate;
  /** The values that the template may name. */
  values: Record<string, unknown>;
  signer: Signer;
  tsa: TimeStampAuthority;
  /** Address of the public pages, for the QR code. */
  baseUrl: string;
  signingTime: Date;
}

/**
 * Draws a license and seals it: red seal, QR code, PAdES B-T certification signature.
 * Throws what drawing and signing throw (the time-stamp authority's errors among them): no license goes out without its
 * stamp.
 */
export async function sealLicense(drawing: LicenseDrawing): Promise<Buffer> {
  const { license, signer } = drawing;
  const qr = await signQrPayload({
    base: drawing.baseUrl,
    identifier: license.identifier,
    contentHash: license.contentHash,
    signer,
  });
  const composed = await pdfLayoutWriter.composeLicense(drawing.template, {
    values: drawing.values,
    qr,
    at: license.createdAt,
  });
  const signed = await signPdf({
    pdf: composed.pdf,
    signer,
    tsa: drawing.tsa,
    reason: drawing.name,
    signingTime: drawing.signingTime,
    fieldName: 'seal',
    certify: true,
    visible: { box: composed.sealBox, seal: { name: license.issuerName, code: license.issuerUscc } },
  });
  return Buffer.from(signed);
}
