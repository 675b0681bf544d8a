import type { AppContext } from '../app/appContext.ts';
import type { Changed } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readCase } from '../cases/readCase.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { answerRequest } from './answerRequest.ts';
import { requestsOf } from './viewRequest.ts';

/**
 * The applicant hands the asked material in from home, by the same use case as the window.
 * Throws AppError `notFound` for a request of another case, and what answerRequest throws.
 */
export async function supplyOnline(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  requestId: string;
  note: string;
}): Promise<Changed<void>> {
  const { app, actor, caseId, requestId, note } = input;
  await readCase(app, actor, caseId);
  const request = await app.models.materialRequests.findOne({ _id: requestId, tenant: app.tenant }).lean();
  if (request?.caseId !== caseId) throw new AppError('notFound');
  return answerRequest({ app, actor, id: requestId, note });
}

/** What is asked of the applicant now: nobody of the staff is named. */
export async function openRequestsFor(app: AppContext, subject: CaseDocument) {
  const requests = await requestsOf(app, subject);
  return requests
    .filter(({ state }) => state === 'open')
    .map(({ id, stepName, department, reason, dueDay, lines }) => ({
      id,
      stepName,
      department,
      reason,
      dueDay,
      lines,
    }));
}
