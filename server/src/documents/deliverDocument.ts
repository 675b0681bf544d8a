import type { AppContext } from '../app/appContext.ts';
import { finishIssue } from '../licenses/issueLicense.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import { drawDocument } from './drawDocument.ts';

/** Draws an owed document in the background (asking for it earlier draws it then), or issues an owed version of a license. */
export async function deliverDocument(app: AppContext, entry: OutboxDocument): Promise<void> {
  const { documentId, licenseId } = entry.payload;
  if (entry.type !== 'issueLicense') {
    await drawDocument(app, String(documentId));
    return;
  }
  const intent = (await app.models.licenses
    .findOne({ _id: String(licenseId), tenant: app.tenant })
    .lean()) as LicenseDocument | null;
  if (intent !== null) await finishIssue(app, intent);
}
