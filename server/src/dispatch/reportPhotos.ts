import { type ClientSession, trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument, MaterialFile } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { ReportPhotoDocument } from './model.ts';
import { photoMaterialOf } from './photoMaterialOf.ts';

/** The photographs that a report names, as its reporter uploaded them. Throws AppError `reportPhotoUnknown`. */
export async function readReportPhotos(
  app: AppContext,
  actor: Actor,
  packCode: string,
  photoIds: readonly string[],
): Promise<ReportPhotoDocument[]> {
  if (photoIds.length === 0) return [];
  const photos = (await app.models.reportPhotos
    .find({ tenant: app.tenant, _id: trusted({ $in: [...photoIds] }), uploadedBy: actor.id, packCode })
    .lean()) as ReportPhotoDocument[];
  if (photos.length !== new Set(photoIds).size) throw new AppError('reportPhotoUnknown');
  return photos;
}

/** Puts the photographs among the materials of the case; from then on the case refers to their bodies. */
export async function keepReportPhotos(options: {
  app: AppContext;
  session: ClientSession;
  loaded: LoadedPack;
  subject: CaseDocument;
  photos: readonly ReportPhotoDocument[];
}): Promise<void> {
  const { app, session, subject, photos } = options;
  if (photos.length === 0) return;
  const { key } = photoMaterialOf(options.loaded);
  const files = photos.map(
    ({ _id: id, fileId, name, mediaType, size, sha256, uploadedAt, uploadedBy }): MaterialFile => ({
      id,
      fileId,
      name,
      mediaType,
      size,
      sha256,
      uploadedAt,
      uploadedBy,
    }),
  );
  subject.materials = subject.materials.map((material) =>
    material.key === key ? { ...material, files: [...material.files, ...files] } : material,
  );
  const taken = await app.models.reportPhotos.deleteMany(
    { tenant: app.tenant, _id: trusted({ $in: photos.map((photo) => photo._id) }) },
    { session },
  );
  if (taken.deletedCount !== photos.length) throw new AppError('reportPhotoUnknown');
}
