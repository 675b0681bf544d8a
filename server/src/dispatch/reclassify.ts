import { AppError } from '../errors/appError.ts';
import { type ActContext, type ActVariables, textAt, writeFile } from './actContext.ts';
import { kindOf } from './categoryOf.ts';
import { openKeyOf } from './openKeyOf.ts';

/** Corrects category and urgency as the form says; what it leaves out stays. Throws AppError `categoryUnknown`. */
export function reclassify(context: ActContext): ActVariables {
  const { dispatch, change, file } = context;
  const key = textAt(context, 'categoryFrom');
  const level = textAt(context, 'levelFrom');
  if (level !== '') {
    if (!dispatch.levels.some((entry) => entry.key === level))
      throw new AppError('categoryUnknown', { params: { key: level } });
    writeFile(context, { level });
  }
  if (key === '' || key === (file.subcategory ?? file.category)) return {};
  const kind = kindOf(dispatch, key);
  if (kind === undefined) throw new AppError('categoryUnknown', { params: { key } });
  const { subcategory: _old, ...rest } = context.file;
  const openKey = openKeyOf(change.subject.packCode, dispatch, kind);
  context.file = { ...rest, ...kind, ...(openKey === undefined ? {} : { openKey }) };
  change.subject.dispatch = context.file;
  change.event('reclassified', { category: key });
  return {};
}
