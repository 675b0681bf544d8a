import { SigningError } from '../SigningError.ts';
import failures from './failures.json' with { type: 'json' };

export type TimeStampFailure = keyof typeof failures;

/** The error of a time stamp that was not got, with words for the user. `detail` is technical and in English. */
export function timeStampFailure(code: TimeStampFailure, detail: string, cause?: unknown): SigningError {
  const { zh, en } = failures[code];
  return new SigningError(code, zh, en, { detail }, cause === undefined ? undefined : { cause });
}
