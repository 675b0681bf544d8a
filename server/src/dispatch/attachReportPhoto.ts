import type { AppContext } from '../app/appContext.ts';
import { type PhotoFacts, readPhotoFacts } from '../files/readPhotoFacts.ts';
import { requireFitting } from '../files/requireFitting.ts';
import type { UploadedFile } from '../http/route.ts';
import type { Actor } from '../identity/actor.ts';
import { unusedGrace } from '../store/fileStore.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import type { ReportPhotoDocument } from './model.ts';
import { photoMaterialOf } from './photoMaterialOf.ts';

/**
 * Takes a photograph before its report is handed in, and says what it tells of itself. It belongs to who uploaded it and
 * is swept after a day when no report has taken it.
 * Throws AppError `itemUnknown`, `materialUnknown`, `uploadTypeRefused`, `uploadTooLarge`.
 */
export async function attachReportPhoto(input: {
  app: AppContext;
  actor: Actor;
  packCode: string;
  upload: UploadedFile;
  /** The same for every try of one request. */
  requestId?: string | undefined;
}): Promise<{ photo: ReportPhotoDocument; facts: PhotoFacts }> {
  const { app, actor, packCode, upload } = input;
  const rule = photoMaterialOf(await app.packs.live(packCode));
  requireFitting(rule, upload);
  const facts = await readPhotoFacts(upload.bytes);
  const { tenant } = app;
  const stored = await app.files.put({ tenant, bytes: upload.bytes, mediaType: upload.mediaType });
  const now = app.time.now();
  const photo: ReportPhotoDocument = {
    _id: input.requestId ?? newId(),
    schemaVersion: 1,
    tenant,
    fileId: stored.id,
    packCode,
    name: upload.name.replaceAll(/[\p{Cc}/\\]/gu, '_'),
    mediaType: upload.mediaType,
    size: stored.size,
    sha256: stored.sha256,
    uploadedAt: now,
    uploadedBy: actor.id,
    sweepAt: new Date(now.getTime() + unusedGrace),
  };
  try {
    await app.models.reportPhotos.insertMany([photo]);
  } catch (error) {
    // An interrupted try of the same request has kept it.
    if (!isDuplicateKey(error)) throw error;
  }
  return { photo, facts };
}
