import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import {
  type Asn1,
  copyBuffer,
  embed,
  fromDer,
  integer,
  nul,
  octets,
  oid,
  sequence,
  setOf,
  tagged,
  toDer,
} from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { SigningError } from '../SigningError.ts';
import type { Signer } from '../signer/Signer.ts';

export interface SignedDataRequest {
  readonly signer: Signer;
  /** Type of what is signed: `data` for PAdES, `tstInfo` for a time stamp. */
  readonly contentType: string;
  /** The content to carry along; undefined for a detached signature. */
  readonly content?: Uint8Array;
  /** SHA-256 of the content. */
  readonly digest: Uint8Array;
  /** Called with the signature value; returns unsigned attributes (a time stamp over it, say). */
  readonly unsignedAttributes?: (signature: Uint8Array) => Promise<readonly Asn1[]>;
}

/**
 * CMS SignedData (RFC 5652) with one signer, SHA-256, DER-sorted signed attributes and
 * signing-certificate-v2 (RFC 5035). No signing-time attribute: ETSI EN 319 142-1 table 1 forbids it in PAdES,
 * and a time stamp carries its own time. Returns DER of the ContentInfo.
 */
export async function createSignedData(request: SignedDataRequest): Promise<Uint8Array> {
  const { signer } = request;
  const leaf = signer.certificateChain[0];
  if (!leaf) throw new SigningError('signerKeyMismatch', '签名证书为空', 'the certificate chain is empty');
  const certificate = parseCertificate(leaf);
  const attributes = setOf([
    attribute(OID.contentType, oid(request.contentType)),
    attribute(OID.messageDigest, octets(request.digest)),
    attribute(OID.signingCertificateV2, sequence(sequence(sequence(octets(sha256(leaf)))))),
  ]);
  const signature = await signer.sign(toDer(attributes));
  const unsigned = (await request.unsignedAttributes?.(signature)) ?? [];
  const signerInfo = sequence(
    integer(1),
    sequence(certificate.issuer, certificate.serialNumber),
    sha256Algorithm(),
    tagged(0, ...attributes.valueBlock.value),
    signatureAlgorithm(signer),
    octets(signature),
    ...(unsigned.length > 0 ? [tagged(1, ...unsigned)] : []),
  );
  const signedData = sequence(
    integer(request.contentType === OID.data ? 1 : 3),
    setOf([sha256Algorithm()]),
    sequence(oid(request.contentType), ...(request.content ? [tagged(0, octets(request.content))] : [])),
    tagged(0, ...signer.certificateChain.map(embed)),
    new asn1js.Set({ value: [signerInfo] }),
  );
  return toDer(sequence(oid(OID.signedData), tagged(0, signedData)));
}

/** An Attribute with one value. */
export function attribute(type: string, value: Asn1): Asn1 {
  return sequence(oid(type), new asn1js.Set({ value: [value] }));
}

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
export const sha256Algorithm = (): Asn1 => sequence(oid(OID.sha256), nul());

function signatureAlgorithm(signer: Signer): Asn1 {
  return signer.algorithm === 'RSA-SHA256'
    ? sequence(oid(OID.sha256WithRsa), nul())
    : sequence(oid(OID.ecdsaWithSha256));
}

const identities = new Map<string, { issuer: Asn1; serialNumber: Asn1 }>();

/** Issuer and serial of a certificate, kept per certificate: a body signs with the same one all day. */
function parseCertificate(der: Uint8Array): { issuer: Asn1; serialNumber: Asn1 } {
  const key = createHash('sha256').update(der).digest('base64');
  const known = identities.get(key);
  if (known) return known;
  const { issuer, serialNumber } = new pkijs.Certificate({ schema: fromDer(der) });
  const identity = {
    issuer: embed(toDer(issuer.toSchema())),
    serialNumber: new asn1js.Integer({ valueHex: copyBuffer(serialNumber.valueBlock.valueHexView) }),
  };
  if (identities.size > 1000) identities.clear();
  identities.set(key, identity);
  return identity;
}
