import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import type { PublicationDocument } from './model.ts';

/** Changes a publication only while it is as it was seen. Throws AppError `versionConflict`. */
export async function savePublication(
  app: AppContext,
  { session }: Pick<CaseChange, 'session'>,
  seen: PublicationDocument,
  update: { set: Partial<PublicationDocument>; unset?: readonly (keyof PublicationDocument)[] },
): Promise<PublicationDocument> {
  const unset = Object.fromEntries((update.unset ?? []).map((key) => [key, 1]));
  const saved = await app.models.publications.updateOne(
    { _id: seen._id, version: seen.version },
    { $set: update.set, $inc: { version: 1 }, ...(update.unset === undefined ? {} : { $unset: unset }) },
    { session },
  );
  if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
  const kept = Object.fromEntries(Object.entries(seen).filter(([key]) => !(key in unset)));
  return { ...(kept as unknown as PublicationDocument), ...update.set, version: seen.version + 1 };
}

/** What a published entry leaves behind when it is not open any more: nothing that can be read. */
export const openFields = ['entry', 'subjectName', 'documentNo', 'listKey', 'takeDownAt'] as const;
