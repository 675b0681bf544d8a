import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';

/**
 * The case whose progress a token shows, for whoever has it from the receipt. Throws AppError `notFound`: a wrong token, or one of
 * a draft, leads nowhere.
 */
export async function caseBehindToken(app: AppContext, token: string): Promise<CaseDocument> {
  const subject = (await app.models.cases
    .findOne({ tenant: app.tenant, progressToken: token })
    .lean()) as CaseDocument | null;
  if (subject === null || subject.state === 'draft') throw new AppError('notFound');
  return subject;
}
