import { randomBytes } from 'node:crypto';
import * as pkijs from 'pkijs';
import { boolean, fromDer, integer, octets, sequence, toDer } from '../asn1/der.ts';
import { sha256Algorithm } from '../cms/createSignedData.ts';
import { SigningError } from '../SigningError.ts';
import { readTimeStampInfo } from './readTimeStampInfo.ts';
import type { TimeStampAuthority } from './TimeStampAuthority.ts';

/**
 * Client of a time-stamp authority over HTTP (RFC 3161 section 3.4). The answer must grant the request and
 * repeat its digest and nonce; whether its certificate is trusted is for verification.
 * Throws `timeStampFailed` on any other answer, or after `timeoutMs` milliseconds.
 */
export function httpTimeStampAuthority(options: { url: string; timeoutMs?: number }): TimeStampAuthority {
  return {
    async timestamp(digest) {
      const nonce = randomBytes(8);
      nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
      try {
        const answer = await ask(options.url, timeStampRequest(digest, nonce), options.timeoutMs ?? 10_000);
        const response = new pkijs.TimeStampResp({ schema: fromDer(answer) });
        if (response.status.status > 1 || !response.timeStampToken) {
          throw new Error(`status ${response.status.status}`);
        }
        const token = toDer(response.timeStampToken.toSchema());
        const info = readTimeStampInfo(token);
        if (Buffer.compare(info.digest, digest) !== 0) throw new Error('stamped another digest');
        if (!info.nonce || Buffer.compare(info.nonce, nonce) !== 0)
          throw new Error('answered another request');
        return token;
      } catch (cause) {
        throw new SigningError(
          'timeStampFailed',
          '时间戳服务暂不可用，请稍后重试',
          'the time-stamp authority did not give a usable answer; try again later',
          { reason: cause instanceof Error ? cause.message : 'unknown' },
          { cause },
        );
      }
    },
  };
}

/** TimeStampReq (RFC 3161 section 2.4.1) that asks for the authority's certificate. */
export function timeStampRequest(digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  return toDer(
    sequence(integer(1), sequence(sha256Algorithm(), octets(digest)), integer(nonce), boolean(true)),
  );
}

async function ask(url: string, body: Uint8Array, timeoutMs: number): Promise<Uint8Array> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/timestamp-query' },
    body,
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length > 200_000) throw new Error('answer too long');
  return bytes;
}
