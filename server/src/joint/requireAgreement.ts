import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';
import { jointResult } from './jointState.ts';

/**
 * A grant needs the agreement of the departments, or the conclusion of their heads, where the pack says so.
 * Throws AppError `jointNotAgreed`.
 */
export function requireAgreement(subject: CaseDocument, loaded: LoadedPack): void {
  for (const rule of loaded.pack.joint) {
    const state = subject.joint?.find(({ key }) => key === rule.key);
    if (jointResult(rule, state) !== 'agreed') throw new AppError('jointNotAgreed');
  }
}
