import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { HallDocument } from './model.ts';
import { readHall } from './readHall.ts';

/**
 * May this person arrange this hall? Administrators every hall; the manager of the district hall the district's halls of all
 * levels; a town's manager the town's and its villages'; a village's the own.
 */
export function mayManageHall(app: AppContext, actor: Actor, hall: HallDocument): boolean {
  if (actor.tenant !== hall.tenant) return false;
  if (actor.roles.includes('admin')) return true;
  if (!actor.roles.includes('hallManager')) return false;
  if (actor.department.level === 'district')
    return actor.department.id === hall.departmentId || hall.level !== 'district';
  if (actor.department.id === hall.departmentId) return true;
  const { division } = app.organisation.department(hall.departmentId);
  const own = app.organisation.department(actor.department.id).division;
  return hall.level === 'village' && app.organisation.division(division)?.parent === own;
}

/** The hall, for who arranges it. Throws AppError `hallUnknown`, also for one that is not theirs. */
export async function managedHall(app: AppContext, actor: Actor, hallId: string): Promise<HallDocument> {
  const hall = await readHall(app, hallId);
  if (!mayManageHall(app, actor, hall)) throw new AppError('hallUnknown');
  return hall;
}

/** The hall in which this clerk sits. Throws AppError `hallUnknown` when the department has none. */
export function hallOfClerk(app: AppContext, actor: Actor): Promise<HallDocument> {
  return readHall(app, actor.department.id);
}
