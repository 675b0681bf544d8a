import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readCase } from '../cases/readCase.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { DispatchState } from './dispatchState.ts';

/** The case file, if this person may see it. Throws AppError `notFound` otherwise, and for a case that is none. */
export async function readCaseFile(
  app: AppContext,
  actor: Actor,
  caseId: string,
): Promise<CaseDocument & { dispatch: DispatchState }> {
  const subject = await readCase(app, actor, caseId);
  if (subject.dispatch === undefined) throw new AppError('notFound');
  return subject as CaseDocument & { dispatch: DispatchState };
}
