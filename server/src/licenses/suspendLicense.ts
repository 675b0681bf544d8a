import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { licenseLogEntry } from './licenseLogEntry.ts';
import type { LicenseDocument, LicenseLogDocument, LicenseState } from './model.ts';

interface Suspension {
  app: AppContext;
  change: CaseChange;
  license: LicenseDocument;
  /** Law and article. */
  purpose: string;
  by: LicenseLogDocument['by'];
  details: Record<string, unknown>;
}

/**
 * Suspends a license that is in force, with its transition in the log; everybody who verifies it is told. Returns the state
 * that it was in, undefined where there was nothing to suspend.
 * Throws AppError `versionConflict` when the license changed meanwhile.
 */
export async function suspendLicense(options: Suspension): Promise<LicenseState | undefined> {
  const { state } = options.license;
  if (state !== 'issued' && state !== 'deemedRenewed') return undefined;
  await transit(options, 'suspended', 'suspended');
  return state;
}

/** Puts a suspended license into force again, in the state that it had before. One in another state stays as it is. */
export async function resumeLicense(options: Suspension & { to: LicenseState }): Promise<void> {
  if (options.license.state === 'suspended') await transit(options, options.to, 'resumed');
}

async function transit(
  { app, change, license, purpose, by, details }: Suspension,
  state: LicenseState,
  type: string,
): Promise<void> {
  const { session, now } = change;
  const saved = await app.models.licenses.updateOne(
    { _id: license._id, version: license.version },
    { $set: { state }, $inc: { version: 1 } },
    { session },
  );
  if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
  await app.models.licenseLog.insertMany(
    [{ ...licenseLogEntry(app, { licenseId: license._id, type, at: now, purpose, details }), by }],
    { session },
  );
  change.event(type === 'suspended' ? 'licenseSuspended' : 'licenseResumed', {
    licenseNo: license.licenseNo,
    ...details,
  });
}
