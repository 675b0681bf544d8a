import { createHash } from 'node:crypto';
import * as pkijs from 'pkijs';
import { digestName, OID } from '../asn1/oids.ts';
import { parseCertificate } from '../cms/parseCertificate.ts';
import { readTimeStampInfo } from '../timestamp/readTimeStampInfo.ts';
import { buildChain } from './buildChain.ts';
import { Refusal } from './reasons.ts';
import { verifySignedData } from './verifySignedData.ts';

export interface VerifiedTimeStamp {
  readonly at: Date;
  /** DER of the authority's certificate. */
  readonly authority: Uint8Array;
  readonly trusted: boolean;
}

const SKEW_MS = 5 * 60_000;

/**
 * Verifies an RFC 3161 token over the bytes given: imprint, signature, critical timeStamping usage, path to a root.
 * An authority without path is reported, not thrown. Throws Refusal.
 */
export function verifyTimeStamp(
  token: Uint8Array,
  options: {
    digestOf: (algorithm: string) => Uint8Array;
    roots: readonly Uint8Array[];
    now: Date;
    revocationLists: readonly Uint8Array[];
  },
): VerifiedTimeStamp {
  const signed = check(() => verifySignedData(token, { contentType: OID.tstInfo, allowSigningTime: true }));
  const info = check(() => readTimeStampInfo(token));
  const digest = digestName(info.digestAlgorithm);
  if (!digest) throw new Refusal('digestUnsupported', 'time stamp');
  if (Buffer.compare(info.digest, options.digestOf(digest)) !== 0) throw new Refusal('timestampMismatch');
  if (info.at.getTime() > options.now.getTime() + SKEW_MS) throw new Refusal('timestampFuture');
  refuseOtherUsage(signed.signer);
  const chain = buildChain({
    leaf: signed.signer,
    pool: signed.certificates,
    roots: options.roots,
    at: info.at,
    revocationLists: options.revocationLists,
  });
  if (chain === 'expired' || chain === 'revoked') throw new Refusal('timestampUntrusted', chain);
  return { at: info.at, authority: signed.signer, trusted: chain === 'trusted' };
}

/** The imprint is over the signature value (RFC 3161 appendix A). */
export const digestOfBytes =
  (bytes: Uint8Array) =>
  (algorithm: string): Uint8Array =>
    createHash(algorithm).update(bytes).digest();

function check<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof Refusal && ['digestUnsupported', 'keyTooWeak'].includes(error.reason.code))
      throw error;
    const code =
      error instanceof Refusal && error.reason.code !== 'cmsMalformed'
        ? 'timestampInvalid'
        : 'timestampMalformed';
    throw new Refusal(code, error instanceof Refusal ? error.reason.code : undefined);
  }
}

/** RFC 3161 section 2.3: the extended key usage is critical and only timeStamping. */
function refuseOtherUsage(certificate: Uint8Array): void {
  const parsed = parseCertificate(certificate);
  const usage = parsed.extensions?.find((extension) => extension.extnID === OID.extendedKeyUsage);
  const value: unknown = usage?.parsedValue;
  const purposes = value instanceof pkijs.ExtKeyUsage ? value.keyPurposes : [];
  if (!usage?.critical || purposes.length !== 1 || purposes[0] !== OID.timeStamping) {
    throw new Refusal('timestampUsage');
  }
}
