import type { AppContext } from '../app/appContext.ts';
import { newId } from '../store/newId.ts';
import type { LicenseLogDocument } from './model.ts';

/** An entry of a license's log, made by the worker that carries out a decision. */
export function licenseLogEntry(
  app: AppContext,
  entry: Pick<LicenseLogDocument, 'licenseId' | 'type' | 'at' | 'details'> & { purpose?: string },
): LicenseLogDocument {
  return {
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    by: { system: 'licenseWorker' },
    ...entry,
    purpose: entry.purpose ?? '',
  };
}
