import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';

/** A step that was sent to the window for material is not completed before the window has answered. Throws AppError `materialsAwaited`. */
export async function requireNotAwaited(
  app: AppContext,
  { subject, session }: CaseChange,
  taskId: string,
): Promise<void> {
  const open = { tenant: app.tenant, caseId: subject._id, state: 'open' as const };
  const asked = await app.models.materialRequests.find(open, { taskId: 1, hold: 1 }, { session }).lean();
  if (asked.some((request) => request.hold && request.taskId === taskId))
    throw new AppError('materialsAwaited');
}

/** Whether an open request names the material. */
export async function isRequested(
  app: AppContext,
  { subject, session }: CaseChange,
  key: string,
): Promise<boolean> {
  const open = { tenant: app.tenant, caseId: subject._id, state: 'open' as const };
  const asked = await app.models.materialRequests.find(open, { lines: 1 }, { session }).lean();
  return asked.some(({ lines }) => lines.some((line) => line.key === key));
}
