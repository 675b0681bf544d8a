import type { AppContext } from '../app/appContext.ts';
import type { MaterialFile } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { AppError } from '../errors/appError.ts';
import { identifyContent } from '../files/identifyContent.ts';
import type { Actor } from '../identity/actor.ts';
import { attachMaterial } from '../intake/attachMaterial.ts';
import { readOwnUpload } from './openUpload.ts';
import { dropUpload } from './uploadStaging.ts';

/**
 * Makes a file of a material out of an upload that has come in whole; its content is checked now, and what is refused is
 * not kept. Throws AppError `notFound`, `uploadIncomplete` and what identifyContent and attachMaterial throw.
 */
export async function finishUpload(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  materialKey: string;
  uploadId: string;
  requestId?: string | undefined;
}): Promise<MaterialFile> {
  const { app, actor, caseId, materialKey, uploadId, requestId } = input;
  const upload = await readOwnUpload(app, actor, uploadId).catch(async (error: unknown) => {
    const subject = await readIntakeCase(app, actor, caseId);
    const made = subject.materials.flatMap(({ files }) => files).find(({ id }) => id === requestId);
    if (made === undefined) throw error;
    return made;
  });
  // An earlier try of this request was carried out and lost its answer.
  if ('fileId' in upload) return upload;
  if (upload.caseId !== caseId || upload.materialKey !== materialKey) throw new AppError('notFound');
  if (upload.offset !== upload.size)
    throw new AppError('uploadIncomplete', {
      params: { percent: Math.floor((upload.offset * 100) / upload.size) },
    });
  const { tenant } = app;
  const parts: Buffer[] = [];
  for (const part of upload.parts) parts.push(await app.files.get({ tenant, id: part.fileId }));
  const bytes = Buffer.concat(parts);
  try {
    const mediaType = await identifyContent(upload.name, bytes, 'document');
    const file = { name: upload.name, bytes, mediaType };
    return await attachMaterial({
      app,
      actor,
      caseId,
      materialKey,
      file,
      requestId,
      also: async (session) => {
        await app.models.uploads.deleteOne({ _id: uploadId }, { session });
        await app.files.letGo({ tenant, ids: upload.parts.map((part) => part.fileId), session });
      },
    });
  } catch (error) {
    if (error instanceof AppError && refused.has(error.code)) await dropUpload(app, upload);
    throw error;
  }
}

const refused = new Set<string>([
  'uploadTypeRefused',
  'uploadTooLarge',
  'pictureTooLarge',
  'pictureUnreadable',
]);
