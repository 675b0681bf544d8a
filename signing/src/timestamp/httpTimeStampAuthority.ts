import { randomBytes } from 'node:crypto';
import * as pkijs from 'pkijs';
import { boolean, fromDer, integer, octets, sequence, toDer } from '../asn1/der.ts';
import { sha256Algorithm } from '../cms/createSignedData.ts';
import { acceptTimeStamp } from './acceptTimeStamp.ts';
import { postTimeStampQuery } from './postTimeStampQuery.ts';
import type { TimeStampAuthority } from './TimeStampAuthority.ts';
import { timeStampFailure } from './timeStampFailure.ts';

/**
 * Client of a time-stamp authority over HTTP (RFC 3161 section 3.4). A token is only taken when it grants this very
 * request (digest and nonce), is soundly signed for time stamping, and its certificate reaches one of `roots`: what we
 * would not accept at verification is not sealed either.
 *
 * Throws SigningError, nothing being sealed then: `timeStampUnreachable`, `timeStampTimedOut` (after `timeoutMs`
 * milliseconds, default 10,000), `timeStampHttpError`, `timeStampMalformed`, `timeStampRefused`,
 * `timeStampImprintMismatch`, `timeStampNonceMismatch`, `timeStampSignatureInvalid`, `timeStampUsage`,
 * `timeStampUntrusted`, `timeStampTimeImplausible`.
 */
export function httpTimeStampAuthority(options: {
  url: string;
  /** Trusted roots, DER. */
  roots: readonly Uint8Array[];
  now: () => Date;
  timeoutMs?: number;
}): TimeStampAuthority {
  const { url, roots, now, timeoutMs = 10_000 } = options;
  return {
    async timestamp(digest) {
      const nonce = randomBytes(8);
      nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
      const answer = await postTimeStampQuery(url, timeStampRequest(digest, nonce), timeoutMs);
      const token = tokenOf(answer);
      acceptTimeStamp(token, { digest, nonce, roots, now: now() });
      return token;
    },
  };
}

/** TimeStampReq (RFC 3161 section 2.4.1) that asks for the authority's certificate. */
export function timeStampRequest(digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  return toDer(
    sequence(integer(1), sequence(sha256Algorithm(), octets(digest)), integer(nonce), boolean(true)),
  );
}

/** The token of a TimeStampResp (RFC 3161 section 2.4.2); status 0 and 1 grant. */
function tokenOf(answer: Uint8Array): Uint8Array {
  const response = readResponse(answer);
  const { status } = response.status;
  if (status > 1) throw timeStampFailure('timeStampRefused', `status ${status}`);
  if (!response.timeStampToken) throw timeStampFailure('timeStampMalformed', 'granted without a token');
  return toDer(response.timeStampToken.toSchema());
}

function readResponse(answer: Uint8Array): pkijs.TimeStampResp {
  try {
    return new pkijs.TimeStampResp({ schema: fromDer(answer) });
  } catch (cause) {
    throw timeStampFailure('timeStampMalformed', 'not a TimeStampResp', cause);
  }
}
