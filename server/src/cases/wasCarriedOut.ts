import { AppError } from '../errors/appError.ts';
import type { ActingRequest } from '../identity/actor.ts';
import type { CaseDocument } from './model.ts';

/**
 * Whether this request was carried out on the case before.
 * Throws AppError `idempotencyKeyReused` when its key came with other content.
 */
export function wasCarriedOut(
  subject: Pick<CaseDocument, 'requests'>,
  request: ActingRequest | undefined,
): boolean {
  const earlier = subject.requests?.find((entry) => entry.key === request?.key);
  if (earlier !== undefined && earlier.hash !== request?.hash) throw new AppError('idempotencyKeyReused');
  return earlier !== undefined;
}
