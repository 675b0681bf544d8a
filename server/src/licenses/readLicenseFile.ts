import { createHash } from 'node:crypto';
import type { AppContext } from '../app/appContext.ts';
import type { LicenseDocument } from './model.ts';

/** The signed PDF, compared with the registered hash. Throws Error when the stored file was altered. */
export async function readLicenseFile(app: AppContext, license: LicenseDocument): Promise<Buffer> {
  const bytes = await app.files.get({ tenant: app.tenant, id: license.fileId ?? '' });
  if (createHash('sha256').update(bytes).digest('hex') !== license.sha256) {
    throw new Error(`file of license ${license._id} differs from the registry`);
  }
  return bytes;
}
