import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { CheckDocument } from './model.ts';

/** A round of this person's department. Throws AppError `notFound` otherwise: another department's does not exist for them. */
export async function readCheck(app: AppContext, actor: Actor, id: string): Promise<CheckDocument> {
  const check = (await app.models.checks
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as CheckDocument | null;
  if (check === null || !mayCheck(actor, check)) throw new AppError('notFound');
  return check;
}

/** Approvers and heads of the department that checks. */
export function mayCheck(actor: Actor, check: Pick<CheckDocument, 'departmentId'>): boolean {
  const officer = actor.roles.includes('approver') || actor.roles.includes('head');
  return officer && actor.department.id === check.departmentId;
}
