import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { maySeeCase } from '../cases/caseScope.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { Actor } from '../identity/actor.ts';
import { actorOf } from '../identity/actorOf.ts';
import { dispatchRoles, type Role, type UserDocument } from '../identity/model.ts';

/** Who writes and reads comments: the offices and who supervises them; experts are heard on their form alone. */
export const commenters = ['clerk', 'approver', 'head', 'supervisor', ...dispatchRoles] as const;

/** Active people of the departments of a case who may see it and its comments, except the actor. */
export async function listColleagues(app: AppContext, actor: Actor, subject: CaseDocument): Promise<Actor[]> {
  const departments = [...new Set([...subject.departmentIds, subject.createdBy.departmentId])];
  const users = (await app.models.users
    .find({ tenant: app.tenant, departmentId: trusted({ $in: departments }) })
    .lean()) as UserDocument[];
  return users
    .filter((user) => user.active && user._id !== actor.id && mayComment(user.roles))
    .map((user) => actorOf(app, user))
    .filter((colleague) => maySeeCase(colleague, subject));
}

function mayComment(roles: readonly Role[]): boolean {
  return commenters.some((role) => roles.includes(role));
}
