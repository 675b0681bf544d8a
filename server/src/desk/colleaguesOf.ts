import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { UserDocument } from '../identity/model.ts';
import type { TaskDocument } from '../inbox/model.ts';
import type { Person } from './model.ts';

/** The active people of a department, in order of name. */
export async function peopleOf(app: AppContext, departmentId: string): Promise<UserDocument[]> {
  const users = (await app.models.users.find({ tenant: app.tenant, departmentId }).lean()) as UserDocument[];
  return users.filter(({ active }) => active).sort((a, b) => (a.username < b.username ? -1 : 1));
}

/** Who else may work on a task: people of its department with its role. */
export async function colleaguesOf(
  app: AppContext,
  task: Pick<TaskDocument, 'departmentId' | 'role'>,
  except: string,
): Promise<Person[]> {
  const people = await peopleOf(app, task.departmentId);
  return people
    .filter(({ _id, roles }) => _id !== except && roles.some((role) => role === task.role))
    .map(({ _id, name }) => ({ id: _id, name }));
}

/** This person, if they may work on the task: active, of its department and role. */
export async function findColleague(
  app: AppContext,
  task: Pick<TaskDocument, 'departmentId' | 'role'>,
  userId: string,
): Promise<Person | undefined> {
  const user = await app.models.users.findOne({ _id: userId, tenant: app.tenant }).lean();
  const may =
    user?.active === true &&
    user.departmentId === task.departmentId &&
    user.roles.some((role) => role === task.role);
  return may ? { id: user._id, name: user.name } : undefined;
}

/** Throws AppError `colleagueUnknown` unless this person may work on the task as well. */
export async function requireColleague(
  app: AppContext,
  task: Pick<TaskDocument, 'departmentId' | 'role'>,
  userId: string,
): Promise<Person> {
  const person = await findColleague(app, task, userId);
  if (person === undefined) throw new AppError('colleagueUnknown');
  return person;
}
