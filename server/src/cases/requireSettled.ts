import { AppError } from '../errors/appError.ts';
import type { CaseDocument } from './model.ts';

/**
 * Nobody completes a step while the case is being moved to another version of its pack: what is filled in is kept by the
 * client and sent again. Throws AppError `caseMigrating`.
 */
export function requireSettled({ migration }: Pick<CaseDocument, 'migration'>): void {
  if (migration !== undefined) throw new AppError('caseMigrating', { params: { version: migration.to } });
}
