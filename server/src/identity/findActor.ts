import type { AppContext } from '../app/appContext.ts';
import type { Actor } from './actor.ts';
import { actorOf } from './actorOf.ts';

/** The active user with this id, with rights as they are now. */
export async function findActor(app: AppContext, id: string): Promise<Actor | undefined> {
  const user = await app.models.users.findOne({ _id: id, tenant: app.tenant, active: true }).lean();
  if (user === null) return undefined;
  return actorOf(app, user);
}
