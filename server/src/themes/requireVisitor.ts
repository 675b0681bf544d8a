import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { visitsOf } from './jointVisits.ts';
import { readItemCases } from './themeItems.ts';

/**
 * The theme's case and its joint visit, for an approver of a department that comes to it or coordinates it.
 * Throws AppError `notFound` for everybody else, `jointVisitNone` when there is no visit to make.
 */
export async function requireVisitor(app: AppContext, actor: Actor, themeCaseId: string) {
  const themeCase = (await app.models.cases
    .findOne({ _id: themeCaseId, tenant: app.tenant })
    .lean()) as CaseDocument | null;
  if (themeCase?.theme === undefined || actor.tenant !== themeCase.tenant) throw new AppError('notFound');
  const joint = await visitsOf(app, themeCase, await readItemCases(app, themeCase));
  const mayAct = actor.roles.includes('approver') || actor.roles.includes('head');
  const departments = [...(joint?.visits.flatMap(({ subject }) => subject.departmentIds) ?? [])];
  const concerned = [joint?.rule.coordinator, ...departments].includes(actor.department.id);
  const ownItem = themeCase.departmentIds.includes(actor.department.id);
  if (!mayAct || !(concerned || ownItem)) throw new AppError('notFound');
  if (joint === undefined || !concerned || joint.visits.every(({ made }) => made))
    throw new AppError('jointVisitNone');
  return { themeCase, joint };
}
