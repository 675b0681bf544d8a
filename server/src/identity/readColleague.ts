import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from './actor.ts';
import type { UserDocument } from './model.ts';

/** An active person of the actor's own department. Throws AppError `notFound` otherwise: strangers do not exist for them. */
export async function readColleague(app: AppContext, actor: Actor, userId: string): Promise<UserDocument> {
  const user = await app.models.users.findOne({ _id: userId, tenant: app.tenant }).lean();
  if (user === null || !user.active || user.departmentId !== actor.department.id)
    throw new AppError('notFound');
  return user as UserDocument;
}

/** The active people of a department, by name. */
export async function listColleagues(app: AppContext, departmentId: string): Promise<UserDocument[]> {
  const users = (await app.models.users.find({ tenant: app.tenant, departmentId }).lean()) as UserDocument[];
  return users
    .filter((user) => user.active)
    .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN') || (one._id < other._id ? -1 : 1));
}
