import type { AppContext } from '../app/appContext.ts';
import type { Actor } from './actor.ts';
import type { UserDocument } from './model.ts';

/** The person behind an account, with rights and department as they are now. Throws Error for an unknown department. */
export function actorOf(app: AppContext, user: UserDocument): Actor {
  const { departmentId, name, level } = app.organisation.department(user.departmentId);
  return {
    id: user._id,
    username: user.username,
    name: user.name,
    tenant: user.tenant,
    roles: user.roles,
    department: { id: departmentId, name, level },
  };
}
