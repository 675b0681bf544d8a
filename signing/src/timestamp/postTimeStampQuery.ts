import { timeStampFailure } from './timeStampFailure.ts';

/** Bytes; a token with its chain has a few thousand. */
const longestAnswer = 200_000;

/**
 * Sends a TimeStampReq and reads the answer (RFC 3161 section 3.4), body included, within `timeoutMs` milliseconds.
 * Throws SigningError `timeStampUnreachable`, `timeStampTimedOut`, `timeStampHttpError`, and `timeStampMalformed` for an
 * answer of more than 200,000 bytes.
 */
export async function postTimeStampQuery(
  url: string,
  query: Uint8Array,
  timeoutMs: number,
): Promise<Uint8Array> {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
      body: query,
      signal: timeout,
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      throw timeStampFailure('timeStampHttpError', `HTTP ${answer.status}`);
    }
    return await readLimited(answer);
  } catch (cause) {
    if (timeout.aborted) throw timeStampFailure('timeStampTimedOut', `no answer in ${timeoutMs} ms`, cause);
    if (cause instanceof TypeError) throw timeStampFailure('timeStampUnreachable', cause.message, cause);
    throw cause;
  }
}

async function readLimited(answer: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.length;
    if (length > longestAnswer) throw timeStampFailure('timeStampMalformed', `over ${longestAnswer} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
