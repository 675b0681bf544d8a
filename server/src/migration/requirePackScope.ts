import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';

/** Duty of the district's department that runs the window and looks after all packs; towns have windows too. */
const platformDuty = 'window operator';

/**
 * A migration changes running cases: only designers of the pack's own department, or of the department that runs the
 * window for all others, may plan and order it. Throws AppError `forbidden`.
 */
export function requirePackScope(app: AppContext, actor: Actor, packDepartmentId: string): void {
  const own = actor.department.id;
  if (own === packDepartmentId) return;
  const department = app.organisation.findDepartment(own);
  if (department?.level === 'district' && department.duties.includes(platformDuty)) return;
  throw new AppError('forbidden');
}
