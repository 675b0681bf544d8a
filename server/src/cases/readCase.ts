import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { mayHandleIntake, maySeeCase } from './caseScope.ts';
import type { CaseDocument } from './model.ts';

/** The case, if this person may see it. Throws AppError `notFound` otherwise: a foreign case does not exist for them. */
export async function readCase(app: AppContext, actor: Actor, caseId: string): Promise<CaseDocument> {
  const subject = await app.models.cases.findOne({ _id: caseId, tenant: app.tenant }).lean();
  if (subject === null || !maySeeCase(actor, subject)) throw new AppError('notFound');
  return subject as CaseDocument;
}

/** The case, if this person's window handles its intake. Throws AppError `notFound` otherwise. */
export async function readIntakeCase(app: AppContext, actor: Actor, caseId: string): Promise<CaseDocument> {
  const subject = await app.models.cases.findOne({ _id: caseId, tenant: app.tenant }).lean();
  if (subject === null || !mayHandleIntake(actor, subject)) throw new AppError('notFound');
  return subject as CaseDocument;
}
