import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { CheckDocument } from './model.ts';

/** Writes a changed round, raising its version. Throws AppError `versionConflict` when another server changed it meanwhile. */
export async function saveCheck(
  app: AppContext,
  check: CheckDocument,
  session: ClientSession,
): Promise<void> {
  const saved = await app.models.checks.collection.replaceOne(
    { _id: check._id as never, version: check.version },
    { ...check, version: check.version + 1 },
    { session, ignoreUndefined: true },
  );
  if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
  check.version += 1;
}
