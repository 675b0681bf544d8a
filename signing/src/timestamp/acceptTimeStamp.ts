import { type ReasonCode, Refusal } from '../verify/reasons.ts';
import { verifyTimeStamp } from '../verify/verifyTimeStamp.ts';
import { readTimeStampInfo, type TimeStampInfo } from './readTimeStampInfo.ts';
import { type TimeStampFailure, timeStampFailure } from './timeStampFailure.ts';

/** What the verifier says of a token, as the failure that the one who asked for it is told. */
const failureOf: Partial<Record<ReasonCode, TimeStampFailure>> = {
  timestampMismatch: 'timeStampImprintMismatch',
  timestampFuture: 'timeStampTimeImplausible',
  timestampUsage: 'timeStampUsage',
  timestampUntrusted: 'timeStampUntrusted',
  timestampInvalid: 'timeStampSignatureInvalid',
};

/**
 * Takes a token or throws: it must be over this digest (SHA-256), answer this nonce, and pass the verifier with a path
 * to one of the roots. Throws SigningError as `httpTimeStampAuthority`.
 */
export function acceptTimeStamp(
  token: Uint8Array,
  wanted: { digest: Uint8Array; nonce: Uint8Array; roots: readonly Uint8Array[]; now: Date },
): void {
  const info = readInfo(token);
  if (!equal(info.digest, wanted.digest))
    throw timeStampFailure('timeStampImprintMismatch', 'stamped another digest');
  if (!info.nonce || !equal(info.nonce, wanted.nonce))
    throw timeStampFailure('timeStampNonceMismatch', 'answered another request');
  if (!isTrusted(token, wanted)) throw timeStampFailure('timeStampUntrusted', 'no path to a trusted root');
}

function readInfo(token: Uint8Array): TimeStampInfo {
  try {
    return readTimeStampInfo(token);
  } catch (cause) {
    throw timeStampFailure('timeStampMalformed', 'not a time-stamp token', cause);
  }
}

function isTrusted(
  token: Uint8Array,
  wanted: { digest: Uint8Array; roots: readonly Uint8Array[]; now: Date },
): boolean {
  try {
    const { roots, now, digest } = wanted;
    // the imprint was asked for in SHA-256; a token that names another algorithm does not match it
    const digestOf = (algorithm: string) => (algorithm === 'sha256' ? digest : new Uint8Array());
    return verifyTimeStamp(token, { digestOf, roots, now, revocationLists: [] }).trusted;
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw timeStampFailure('timeStampMalformed', 'not verifiable', cause);
    const { code, detail } = cause.reason;
    throw timeStampFailure(failureOf[code] ?? 'timeStampMalformed', detail ?? code, cause);
  }
}

const equal = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0;
