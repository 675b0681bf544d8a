import type { AppContext } from '../../app/appContext.ts';
import { AppError } from '../../errors/appError.ts';
import type { FileAnswer } from '../../http/route.ts';
import type { Actor } from '../../identity/actor.ts';
import { readLetter } from '../../supervision/letters.ts';
import { overseesAll } from '../mayRead.ts';
import { readRevisions } from '../results/readRevisions.ts';
import type { SchemeKind } from '../schemes/schemeFile.ts';

/** The sealed PDF of a revision. It names everybody: for supervisors of the district. Throws AppError `notFound`. */
export async function readEvaluationLetter(input: {
  app: AppContext;
  actor: Actor;
  kind: SchemeKind;
  period: string;
  letterId: string;
}): Promise<FileAnswer> {
  const { app, actor, kind, period, letterId } = input;
  const known = await app.models.caseDocuments
    .findOne({ _id: letterId, tenant: app.tenant }, { caseId: 1 })
    .lean();
  const revision = (await readRevisions(app, kind, period)).find(({ _id }) => _id === known?.caseId);
  if (revision === undefined || !overseesAll(actor)) throw new AppError('notFound');
  return readLetter(app, revision._id, letterId);
}
