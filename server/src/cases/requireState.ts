import { AppError } from '../errors/appError.ts';
import type { CaseDocument, CaseState } from './model.ts';

/** Throws AppError `stateConflict` unless the case is in one of these states. */
export function requireState(subject: Pick<CaseDocument, 'state'>, ...allowed: readonly CaseState[]): void {
  if (!allowed.includes(subject.state))
    throw new AppError('stateConflict', { params: { state: subject.state } });
}
