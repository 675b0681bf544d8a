import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { AppError } from '../errors/appError.ts';
import type { ActingRequest } from '../identity/actor.ts';
import { hashRequest, readIdempotencyKey } from './answerOnce.ts';
import { asAppError } from './problem.ts';

/**
 * The request as the case remembers it (`changeCase`, option `request`): an act on a case and the memory of its
 * Idempotency-Key are committed as one, so that not even a kill between commit and answer makes the act look undone.
 * Throws AppError `idempotencyKeyRequired`.
 */
export function actingRequestOf(request: Request, userId: string): ActingRequest {
  const key = readIdempotencyKey(request);
  return {
    key: createHash('sha256').update(`${userId}\n${key}`).digest('hex').slice(0, 32),
    hash: hashRequest(request, undefined).slice(0, 32),
  };
}

/**
 * Runs an act on a case. Where it is refused because an earlier try of the same request has been committed, `again` gives
 * the answer of that try, as things are now; it resolves to undefined when there was none.
 */
export async function actOnce(options: {
  run: () => Promise<unknown>;
  again: () => Promise<unknown>;
}): Promise<unknown> {
  try {
    return await options.run();
  } catch (error) {
    if (asAppError(error).status >= 500) throw error;
    const answer = await options.again().catch((failure: unknown) => {
      if (failure instanceof AppError && failure.code === 'idempotencyKeyReused') throw failure;
      return undefined;
    });
    if (answer === undefined) throw error;
    return answer;
  }
}
