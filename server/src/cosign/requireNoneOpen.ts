import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';

/**
 * While colleagues sign for its owner, a task stays with that owner: else a signer could come to own what they sign.
 * Throws AppError `cosignDuplicate`.
 */
export async function requireNoneOpen(
  app: AppContext,
  { subject, session }: CaseChange,
  taskId: string,
): Promise<void> {
  const open = { tenant: app.tenant, caseId: subject._id, state: 'open' as const };
  const cosigns = await app.models.cosigns.find(open, { taskId: 1 }, { session }).lean();
  if (cosigns.some((cosign) => cosign.taskId === taskId)) throw new AppError('cosignDuplicate');
}
