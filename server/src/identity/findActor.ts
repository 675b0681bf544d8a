import type { AppContext } from '../app/appContext.ts';
import type { Actor } from './actor.ts';

/** The active user with this id, with rights as they are now. */
export async function findActor(app: AppContext, id: string): Promise<Actor | undefined> {
  const user = await app.models.users.findOne({ _id: id, tenant: app.tenant, active: true }).lean();
  if (user === null) return undefined;
  const department = app.organisation.department(user.departmentId);
  return {
    id: user._id,
    username: user.username,
    name: user.name,
    tenant: user.tenant,
    roles: user.roles,
    department: { id: department.departmentId, name: department.name, level: department.level },
  };
}
