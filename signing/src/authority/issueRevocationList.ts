import type { KeyObject } from 'node:crypto';
import { bits, certificateTime, integer, sequence, tagged, toDer } from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import {
  type AuthoritySign,
  authorityKeyIdentifier,
  type DistinguishedName,
  distinguishedName,
  extension,
  sha256WithRsa,
} from './issueCertificate.ts';

/** A revoked certificate: serial number as upper-case hex, and when. */
export interface RevokedSerial {
  readonly serial: string;
  readonly at: string;
}

/** Issues a certificate revocation list (RFC 5280 section 5). Its number is its time in seconds. Returns DER. */
export async function issueRevocationList(
  options: {
    issuer: DistinguishedName;
    issuerPublicKey: KeyObject;
    thisUpdate: Date;
    nextUpdate: Date;
    revoked: readonly RevokedSerial[];
  },
  sign: AuthoritySign,
): Promise<Uint8Array> {
  const entries = options.revoked.map(({ serial, at }) =>
    sequence(integer(Buffer.from(serial, 'hex')), certificateTime(new Date(at))),
  );
  const number = Math.floor(options.thisUpdate.getTime() / 1000);
  const tbs = sequence(
    integer(1),
    sha256WithRsa(),
    distinguishedName(options.issuer),
    certificateTime(options.thisUpdate),
    certificateTime(options.nextUpdate),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    tagged(
      0,
      sequence(
        authorityKeyIdentifier(options.issuerPublicKey),
        extension(OID.crlNumber, false, integer(number)),
      ),
    ),
  );
  return toDer(sequence(tbs, sha256WithRsa(), bits(await sign(toDer(tbs)))));
}
