import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { DocumentContent } from './composeContent.ts';
import type { CaseDocumentDocument } from './model.ts';

/**
 * Draws and seals an owed document, once: the first result stands. Returns the PDF.
 * Throws AppError `notFound`, or what signing throws.
 */
export async function drawDocument(
  app: AppContext,
  documentId: string,
): Promise<{ pdf: Buffer; entry: CaseDocumentDocument }> {
  const entry = (await app.models.caseDocuments
    .findOne({ _id: documentId, tenant: app.tenant })
    .lean()) as CaseDocumentDocument | null;
  if (entry === null) throw new AppError('notFound');
  if (entry.fileId !== undefined)
    return { pdf: await app.files.get({ tenant: app.tenant, id: entry.fileId }), entry };
  const content = app.cipher.open<DocumentContent>(entry.sealedContent, entry._id);
  const pdf = await app.drawing.document({
    ...content,
    issuedAt: entry.issuedAt,
    signingTime: app.time.now(),
  });
  const stored = await app.files.put({ tenant: app.tenant, bytes: pdf, mediaType: 'application/pdf' });
  const saved = await app.models.caseDocuments.updateOne(
    { _id: entry._id, state: 'pending' },
    { $set: { state: 'ready', fileId: stored.id, sha256: stored.sha256, drawnAt: app.time.now() } },
  );
  if (saved.modifiedCount !== 1) return drawDocument(app, documentId);
  return { pdf, entry: { ...entry, state: 'ready', fileId: stored.id, sha256: stored.sha256 } };
}
