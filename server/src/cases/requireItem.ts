import { AppError } from '../errors/appError.ts';
import type { CaseDocument } from './model.ts';

/** A theme has no acts of its own on acceptance: they are done on its items. Throws AppError `themeActsOnItems`. */
export function requireItem(subject: Pick<CaseDocument, 'theme'>): void {
  if (subject.theme !== undefined) throw new AppError('themeActsOnItems');
}
