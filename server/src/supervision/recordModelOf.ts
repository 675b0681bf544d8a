import type { Model } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { RecordDocument } from './model.ts';

/** The collection in which a record of supervision lies. Throws AppError `notFound`. */
export async function recordModelOf(app: AppContext, id: string): Promise<Model<RecordDocument>> {
  const { findings, urges, cards, performanceAppeals } = app.models;
  for (const model of [findings, urges, cards, performanceAppeals] as unknown as Model<RecordDocument>[])
    if ((await model.findOne({ _id: id, tenant: app.tenant }, { _id: 1 }).lean()) !== null) return model;
  throw new AppError('notFound');
}
