import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { EntitlementDocument } from './model.ts';

/** Saves a changed entitlement; one that has ended makes room for another of its holder. Throws AppError `versionConflict` when it has changed since it was read. */
export async function saveEntitlement(
  app: AppContext,
  session: ClientSession,
  entitlement: EntitlementDocument,
): Promise<void> {
  if (entitlement.state === 'ended') delete entitlement.onlyKey;
  const { _id, version, ...rest } = entitlement;
  const optional = ['nextLookAt', 'lastPeriod', 'ended', 'onlyKey'] as const;
  const gone = optional.filter((key) => rest[key] === undefined);
  const saved = await app.models.entitlements.updateOne(
    { _id, version },
    {
      $set: { ...rest, version: version + 1 },
      ...(gone.length === 0 ? {} : { $unset: Object.fromEntries(gone.map((key) => [key, 1])) }),
    },
    { session },
  );
  if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
}

/** An entitlement, in a transaction. Throws AppError `notFound`. */
export async function readAgain(
  app: AppContext,
  session: ClientSession,
  id: string,
): Promise<EntitlementDocument> {
  const found = (await app.models.entitlements
    .findOne({ _id: id, tenant: app.tenant }, null, { session })
    .lean()) as EntitlementDocument | null;
  if (found === null) throw new AppError('notFound');
  return found;
}

/** The entitlements that a case gave, in a transaction. */
export async function entitlementsOfCase(
  app: AppContext,
  session: ClientSession,
  caseId: string,
): Promise<EntitlementDocument[]> {
  return (await app.models.entitlements
    .find({ tenant: app.tenant, caseId }, null, { session })
    .lean()) as EntitlementDocument[];
}
