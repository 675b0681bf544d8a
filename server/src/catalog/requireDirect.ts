import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';

/** Throws AppError `approvalRequired` where publications need a second person (`PUBLISH_APPROVAL=second`). */
export function requireDirect({ config }: AppContext): void {
  if (config.PUBLISH_APPROVAL === 'second') throw new AppError('approvalRequired');
}
