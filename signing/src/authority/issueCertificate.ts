import { createHash, type KeyObject, randomBytes } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  type Asn1,
  bits,
  boolean,
  certificateTime,
  embed,
  integer,
  nul,
  octets,
  oid,
  sequence,
  setOf,
  tagged,
  toDer,
  utf8,
} from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';

/** Attribute types of a distinguished name (X.520); organizationIdentifier carries the credit code. */
const nameTypes = {
  C: '2.5.4.6',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  CN: '2.5.4.3',
  serialNumber: '2.5.4.5',
  organizationIdentifier: '2.5.4.97',
} as const;

export type DistinguishedName = ReadonlyArray<readonly [keyof typeof nameTypes, string]>;

export type CertificateRole = 'root' | 'issuing' | 'seal' | 'timeStamp';

export interface CertificateRequest {
  readonly role: CertificateRole;
  readonly subject: DistinguishedName;
  readonly publicKey: KeyObject;
  readonly issuer: DistinguishedName;
  readonly issuerPublicKey: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Signs to-be-signed bytes with sha256WithRSAEncryption. */
export type AuthoritySign = (tbs: Uint8Array) => Promise<Uint8Array>;

/** Issues an X.509 v3 certificate (RFC 5280) for one of the roles of the development authority. Returns DER. */
export async function issueCertificate(
  request: CertificateRequest,
  sign: AuthoritySign,
): Promise<Uint8Array> {
  const serial = randomBytes(16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const tbs = sequence(
    tagged(0, integer(2)),
    integer(serial),
    sha256WithRsa(),
    distinguishedName(request.issuer),
    sequence(certificateTime(request.notBefore), certificateTime(request.notAfter)),
    distinguishedName(request.subject),
    embed(request.publicKey.export({ type: 'spki', format: 'der' })),
    tagged(3, sequence(...extensionsOf(request))),
  );
  return toDer(sequence(tbs, sha256WithRsa(), bits(await sign(toDer(tbs)))));
}

export const sha256WithRsa = (): Asn1 => sequence(oid(OID.sha256WithRsa), nul());

export function distinguishedName(name: DistinguishedName): Asn1 {
  return sequence(
    ...name.map(([type, value]) =>
      setOf([
        sequence(oid(nameTypes[type]), type === 'C' ? new asn1js.PrintableString({ value }) : utf8(value)),
      ]),
    ),
  );
}

/** SHA-1 of the public key bits: an identifier, not a protection (RFC 5280 section 4.2.1.2). */
export function keyIdentifier(key: KeyObject): Uint8Array {
  const spki = embed(key.export({ type: 'spki', format: 'der' })) as asn1js.Sequence;
  const bitString = spki.valueBlock.value[1] as asn1js.BitString;
  return createHash('sha1').update(bitString.valueBlock.valueHexView).digest();
}

export function extension(type: string, critical: boolean, value: Asn1): Asn1 {
  return sequence(oid(type), ...(critical ? [boolean(true)] : []), octets(toDer(value)));
}

export function authorityKeyIdentifier(issuerKey: KeyObject): Asn1 {
  const identifier = new asn1js.Primitive({
    idBlock: { tagClass: 3, tagNumber: 0 },
    valueHex: Uint8Array.from(keyIdentifier(issuerKey)).buffer,
  });
  return extension(OID.authorityKeyIdentifier, false, sequence(identifier));
}

function extensionsOf(request: CertificateRequest): Asn1[] {
  const { role } = request;
  const isAuthority = role === 'root' || role === 'issuing';
  const basic = isAuthority ? sequence(boolean(true), integer(role === 'root' ? 1 : 0)) : sequence();
  // digitalSignature + nonRepudiation for end entities, keyCertSign + cRLSign for authorities
  const usage = new asn1js.BitString({
    valueHex: Uint8Array.from([isAuthority ? 0x06 : 0xc0]).buffer,
    unusedBits: isAuthority ? 1 : 6,
  });
  return [
    extension(OID.basicConstraints, true, basic),
    extension(OID.keyUsage, true, usage),
    ...(role === 'timeStamp'
      ? [extension(OID.extendedKeyUsage, true, sequence(oid(OID.timeStamping)))]
      : role === 'seal'
        ? [
            extension(
              OID.extendedKeyUsage,
              false,
              sequence(oid(OID.documentSigning), oid(OID.emailProtection)),
            ),
          ]
        : []),
    extension(OID.subjectKeyIdentifier, false, octets(keyIdentifier(request.publicKey))),
    authorityKeyIdentifier(request.issuerPublicKey),
  ];
}
