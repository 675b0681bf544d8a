import { constants, createHash, type KeyObject, verify, X509Certificate } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { copyBuffer, fromDer, toDer } from '../asn1/der.ts';
import { digestName, OID } from '../asn1/oids.ts';
import { parseCertificate } from '../cms/parseCertificate.ts';
import { Refusal } from './reasons.ts';

export interface VerifiedSignedData {
  /** DER of the certificate that made the signature. */
  readonly signer: Uint8Array;
  readonly certificates: readonly Uint8Array[];
  readonly revocationLists: readonly Uint8Array[];
  readonly signature: Uint8Array;
  /** DER token of the signature-time-stamp attribute. */
  readonly timeStampToken?: Uint8Array;
  /** Content carried along (a time stamp's TSTInfo). */
  readonly content?: Uint8Array;
}

/**
 * Checks a CMS SignedData cryptographically and against the PAdES profile (ETSI EN 319 122-1, 319 142-1):
 * one signer, accepted digests, each mandatory attribute once and DER-sorted, signing-certificate-v2 naming the
 * certificate used. Trust is not its matter. Throws Refusal.
 *
 * `content` is what was signed; undefined takes the content carried along.
 */
export function verifySignedData(
  der: Uint8Array,
  options: { contentType: string; digestOf?: (algorithm: string) => Uint8Array; allowSigningTime: boolean },
): VerifiedSignedData {
  const signed = parse(der);
  const info = signed.signerInfos[0];
  if (!info || signed.signerInfos.length !== 1) throw new Refusal('cmsMalformed', 'not exactly one signer');
  if (signed.encapContentInfo.eContentType !== options.contentType) {
    throw new Refusal('cmsAttributesInvalid', 'wrong content type');
  }
  const digest = digestName(info.digestAlgorithm.algorithmId);
  if (!digest) throw new Refusal('digestUnsupported', info.digestAlgorithm.algorithmId);
  const carried = signed.encapContentInfo.eContent;
  if (options.digestOf && carried) throw new Refusal('cmsMalformed', 'detached signature with content');
  const content = carried ? new Uint8Array(carried.getValue()) : undefined;
  const contentDigest = options.digestOf?.(digest) ?? hash(digest, content ?? new Uint8Array());

  const attributes = info.signedAttrs?.attributes ?? [];
  const encoded = new Uint8Array(info.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  if (encoded.length === 0) throw new Refusal('cmsAttributesInvalid', 'no signed attributes');
  refuseUnsorted(encoded);
  const contentType = single(attributes, OID.contentType);
  if (
    !(contentType instanceof asn1js.ObjectIdentifier) ||
    contentType.valueBlock.toString() !== options.contentType
  ) {
    throw new Refusal('cmsAttributesInvalid', 'content-type');
  }
  const messageDigest = single(attributes, OID.messageDigest);
  if (!(messageDigest instanceof asn1js.OctetString))
    throw new Refusal('cmsAttributesInvalid', 'message-digest');
  if (Buffer.compare(messageDigest.valueBlock.valueHexView, contentDigest) !== 0)
    throw new Refusal('digestMismatch');
  if (!options.allowSigningTime && attributes.some((attribute) => attribute.type === OID.signingTime)) {
    throw new Refusal('cmsSigningTime');
  }

  const certificates = (signed.certificates ?? []).flatMap((certificate) =>
    certificate instanceof pkijs.Certificate ? [encodedCertificate(certificate)] : [],
  );
  const signer = certificates.find((candidate) => isSigner(candidate, info));
  if (!signer) throw new Refusal('cmsMalformed', 'the certificate of the signer is missing');
  checkSigningCertificate(attributes, signer);
  const signature = new Uint8Array(info.signature.valueBlock.valueHexView);
  checkSignature(info, digest, encoded, signature, signer);
  const token = timeStampOf(info);
  return {
    signer,
    certificates,
    revocationLists: (signed.crls ?? []).flatMap((list) =>
      list instanceof pkijs.CertificateRevocationList ? [toDer(list.toSchema())] : [],
    ),
    signature,
    ...(token ? { timeStampToken: token } : {}),
    ...(content ? { content } : {}),
  };
}

function parse(der: Uint8Array): pkijs.SignedData {
  try {
    const contentInfo = new pkijs.ContentInfo({ schema: fromDer(der) });
    if (contentInfo.contentType !== OID.signedData) throw new Error('not SignedData');
    return new pkijs.SignedData({ schema: contentInfo.content });
  } catch (error) {
    throw new Refusal('cmsMalformed', error instanceof Error ? error.message.slice(0, 100) : undefined);
  }
}

/** The certificate as it was sent; encoding it anew could change bytes that were signed. */
function encodedCertificate(certificate: pkijs.Certificate): Uint8Array {
  return toDer(certificate.toSchema(false));
}

function single(attributes: readonly pkijs.Attribute[], type: string): unknown {
  const found = attributes.filter((attribute) => attribute.type === type);
  if (found.length !== 1 || found[0]?.values.length !== 1) throw new Refusal('cmsAttributesInvalid', type);
  return found[0].values[0];
}

function refuseUnsorted(encoded: Uint8Array): void {
  const set = fromDer(encoded) as asn1js.Set;
  const members = set.valueBlock.value.map((member) => Buffer.from(member.valueBeforeDecodeView));
  const sorted = members.every(
    (member, index) => index === 0 || Buffer.compare(members[index - 1] as Buffer, member) <= 0,
  );
  if (!sorted) throw new Refusal('cmsAttributesInvalid', 'signed attributes are not in DER order');
}

function isSigner(certificate: Uint8Array, info: pkijs.SignerInfo): boolean {
  const parsed = parseCertificate(certificate);
  const { sid } = info;
  if (!(sid instanceof pkijs.IssuerAndSerialNumber)) return false;
  return sid.issuer.isEqual(parsed.issuer) && sid.serialNumber.isEqual(parsed.serialNumber);
}

/** signing-certificate-v2 (RFC 5035): its first entry names the signer's certificate by hash. */
function checkSigningCertificate(attributes: readonly pkijs.Attribute[], signer: Uint8Array): void {
  const found = attributes.filter((attribute) => attribute.type === OID.signingCertificateV2);
  if (found.length === 0) throw new Refusal('signingCertificateMissing');
  const value = single(attributes, OID.signingCertificateV2);
  const first = child(child(value, 0), 0);
  const parts = first instanceof asn1js.Sequence ? first.valueBlock.value : [];
  const named = parts[0] instanceof asn1js.Sequence ? parts[0] : undefined;
  const algorithm = named ? child(named, 0) : undefined;
  const digest =
    algorithm instanceof asn1js.ObjectIdentifier ? digestName(algorithm.valueBlock.toString()) : 'sha256';
  const expected = parts[named ? 1 : 0];
  if (!digest || !(expected instanceof asn1js.OctetString))
    throw new Refusal('cmsAttributesInvalid', 'ESSCertIDv2');
  if (Buffer.compare(expected.valueBlock.valueHexView, hash(digest, signer)) !== 0) {
    throw new Refusal('signingCertificateMismatch');
  }
}

function child(value: unknown, index: number): unknown {
  return value instanceof asn1js.Sequence ? value.valueBlock.value[index] : undefined;
}

const rsaDigests: Readonly<Record<string, string>> = {
  [OID.sha256WithRsa]: 'sha256',
  [OID.sha384WithRsa]: 'sha384',
  [OID.sha512WithRsa]: 'sha512',
};
const ecdsaDigests: Readonly<Record<string, string>> = {
  [OID.ecdsaWithSha256]: 'sha256',
  [OID.ecdsaWithSha384]: 'sha384',
  [OID.ecdsaWithSha512]: 'sha512',
};

function checkSignature(
  info: pkijs.SignerInfo,
  digest: string,
  attributes: Uint8Array,
  signature: Uint8Array,
  signer: Uint8Array,
): void {
  const algorithm = info.signatureAlgorithm.algorithmId;
  const key: KeyObject = new X509Certificate(signer).publicKey;
  const details = key.asymmetricKeyDetails ?? {};
  let good = false;
  if (key.asymmetricKeyType === 'rsa') {
    if ((details.modulusLength ?? 0) < 2048) throw new Refusal('keyTooWeak');
    const plain = algorithm === OID.rsaEncryption || rsaDigests[algorithm] === digest;
    const padding = plain ? constants.RSA_PKCS1_PADDING : constants.RSA_PKCS1_PSS_PADDING;
    if (!plain && algorithm !== OID.rsaPss) throw new Refusal('signatureInvalid', `algorithm ${algorithm}`);
    good = verify(
      digest,
      attributes,
      { key, padding, ...(plain ? {} : { saltLength: hashLength(digest) }) },
      signature,
    );
  } else if (key.asymmetricKeyType === 'ec') {
    if (ecdsaDigests[algorithm] !== digest) throw new Refusal('signatureInvalid', `algorithm ${algorithm}`);
    good = verify(digest, attributes, key, signature);
  }
  if (!good) throw new Refusal('signatureInvalid');
}

function timeStampOf(info: pkijs.SignerInfo): Uint8Array | undefined {
  const found = (info.unsignedAttrs?.attributes ?? []).filter((a) => a.type === OID.signatureTimeStamp);
  if (found.length === 0) return undefined;
  const value: unknown = found[0]?.values[0];
  if (found.length > 1 || found[0]?.values.length !== 1 || !(value instanceof asn1js.Sequence)) {
    throw new Refusal('timestampMalformed');
  }
  return new Uint8Array(copyBuffer(value.valueBeforeDecodeView));
}

const hash = (algorithm: string, bytes: Uint8Array): Uint8Array =>
  createHash(algorithm).update(bytes).digest();
const hashLength = (digest: string): number => Number(digest.slice(3)) / 8;
