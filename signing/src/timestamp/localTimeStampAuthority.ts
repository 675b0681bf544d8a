import { randomBytes } from 'node:crypto';
import { boolean, generalizedTime, integer, octets, oid, sequence, toDer } from '../asn1/der.ts';
import { OID } from '../asn1/oids.ts';
import { createSignedData, sha256, sha256Algorithm } from '../cms/createSignedData.ts';
import { SigningError } from '../SigningError.ts';
import type { Signer } from '../signer/Signer.ts';
import type { TimeStampAuthority } from './TimeStampAuthority.ts';

export interface LocalTimeStampAuthority extends TimeStampAuthority {
  /** As the port; `nonce` (unsigned big-endian bytes) is repeated in the token for who asked with one. */
  timestamp(digest: Uint8Array, nonce?: Uint8Array): Promise<Uint8Array>;
}

/**
 * A time-stamp authority in this process: genuine RFC 3161 tokens over the injected time, accuracy one second,
 * serial numbers of 128 random bits. The signer's certificate must carry the critical timeStamping key usage.
 */
export function localTimeStampAuthority(options: {
  signer: Signer;
  now: () => Date;
  policy?: string;
}): LocalTimeStampAuthority {
  const policy = options.policy ?? OID.developmentTimeStampPolicy;
  return {
    async timestamp(digest, nonce) {
      if (digest.length !== 32) {
        throw new SigningError(
          'timeStampFailed',
          '时间戳摘要长度不正确',
          'the digest is not a SHA-256 value',
        );
      }
      const serial = randomBytes(16);
      serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
      const info = toDer(
        sequence(
          integer(1),
          oid(policy),
          sequence(sha256Algorithm(), octets(digest)),
          integer(serial),
          generalizedTime(options.now()),
          sequence(integer(1)),
          boolean(false),
          ...(nonce === undefined ? [] : [integer(nonce)]),
        ),
      );
      return createSignedData({
        signer: options.signer,
        contentType: OID.tstInfo,
        content: info,
        digest: sha256(info),
      });
    },
  };
}
