import type { Model } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { AlertedRecord, RecordDocument } from './model.ts';

/** The collections in which records of supervision lie, by what they are. */
export function recordModels({ models }: AppContext): [AlertedRecord, Model<RecordDocument>][] {
  const { findings, urges, cards, performanceAppeals } = models;
  return [
    ['finding', findings],
    ['order', urges],
    ['card', cards],
    ['appeal', performanceAppeals],
  ] as unknown as [AlertedRecord, Model<RecordDocument>][];
}

/** The collection in which a record of supervision lies, and what it is. Throws AppError `notFound`. */
export async function recordModelOf(
  app: AppContext,
  id: string,
): Promise<{ kind: AlertedRecord; model: Model<RecordDocument> }> {
  for (const [kind, model] of recordModels(app))
    if ((await model.findOne({ _id: id, tenant: app.tenant }, { _id: 1 }).lean()) !== null)
      return { kind, model };
  throw new AppError('notFound');
}
