import { createHash } from 'node:crypto';
import { embed } from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { subjectOf } from '../cms/certificateName.ts';
import { attribute, createSignedData, sha256 } from '../cms/createSignedData.ts';
import type { SealAppearance } from '../layout/drawSeal.ts';
import type { SealBox } from '../layout/LayoutWriter.ts';
import { SigningError } from '../SigningError.ts';
import type { Signer } from '../signer/Signer.ts';
import type { TimeStampAuthority } from '../timestamp/TimeStampAuthority.ts';
import { addSignatureField } from './addSignatureField.ts';
import { fillByteRange, fillContents } from './fillByteRange.ts';

export interface VisibleSeal {
  readonly box: SealBox;
  readonly seal: SealAppearance;
}

export interface SignRequest {
  readonly pdf: Uint8Array;
  readonly signer: Signer;
  /** Level B-T with it, B-B without. */
  readonly tsa?: TimeStampAuthority;
  readonly reason: string;
  readonly location?: string;
  /** Claimed time, written as `/M` (the CMS attribute is forbidden in PAdES). */
  readonly signingTime: Date;
  /** Unique within the document. */
  readonly fieldName: string;
  readonly visible?: VisibleSeal;
}

/**
 * Signs a PDF to PAdES baseline B-T (ETSI EN 319 142-1) in an appended revision: the given bytes stay a prefix of
 * the result. With `certify` (the first signature only) later changes are limited to form filling and signing
 * (DocMDP P=2, ISO 32000 section 12.8.2.2).
 * Throws `pdfAlreadySigned` when certifying a signed file, `fieldNameTaken`, `pdfUnreadable`, and what the time-stamp authority throws:
 * there is no signature without its stamp.
 */
export async function signPdf(request: SignRequest & { certify: boolean }): Promise<Uint8Array> {
  const prepared = await addSignatureField({
    pdf: request.pdf,
    subFilter: 'ETSI.CAdES.detached',
    certify: request.certify,
    fieldName: request.fieldName,
    ...(request.visible ? { visible: request.visible } : {}),
    details: {
      name: commonName(request),
      reason: request.reason,
      signingTime: request.signingTime,
      ...(request.location === undefined ? {} : { location: request.location }),
    },
  });
  const range = fillByteRange(prepared, request.pdf.length);
  const digest = createHash('sha256')
    .update(prepared.subarray(0, range.gapStart))
    .update(prepared.subarray(range.gapEnd))
    .digest();
  const { tsa } = request;
  const cms = await createSignedData({
    signer: request.signer,
    contentType: OID.data,
    digest,
    unsignedAttributes: async (signature) =>
      tsa ? [attribute(OID.signatureTimeStamp, embed(await tsa.timestamp(sha256(signature))))] : [],
  });
  fillContents(prepared, range, cms);
  return prepared;
}

/** A later signature, appended as a further revision. Every byte of the given file stays. Throws as `signPdf`. */
export function appendSignature(request: SignRequest): Promise<Uint8Array> {
  return signPdf({ ...request, certify: false });
}

/** Appends a document time stamp (ETSI.RFC3161) over the whole file, as for level B-LTA. */
export async function appendDocumentTimeStamp(request: {
  pdf: Uint8Array;
  tsa: TimeStampAuthority;
  fieldName: string;
}): Promise<Uint8Array> {
  const prepared = await addSignatureField({
    pdf: request.pdf,
    subFilter: 'ETSI.RFC3161',
    certify: false,
    fieldName: request.fieldName,
  });
  const range = fillByteRange(prepared, request.pdf.length);
  const digest = createHash('sha256')
    .update(prepared.subarray(0, range.gapStart))
    .update(prepared.subarray(range.gapEnd))
    .digest();
  fillContents(prepared, range, await request.tsa.timestamp(digest));
  return prepared;
}

function commonName(request: SignRequest): string {
  const leaf = request.signer.certificateChain[0];
  if (!leaf) throw new SigningError('signerKeyMismatch', '签名证书为空', 'the certificate chain is empty');
  return subjectOf(leaf).commonName ?? '';
}
