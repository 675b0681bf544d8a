import type { AppContext } from '../app/appContext.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError } from '../errors/appError.ts';
import { isAcceptedName } from '../files/identifyContent.ts';
import { requireFittingName, requireFittingSize } from '../files/requireFitting.ts';
import type { Actor } from '../identity/actor.ts';
import { openStates } from '../intake/attachMaterial.ts';
import { unusedGrace } from '../store/fileStore.ts';
import { newId } from '../store/newId.ts';
import type { UploadDocument } from './model.ts';

/** Uploads that one person may have under way in one case. */
const mostOpen = 20;

/**
 * Begins an upload in parts (tus 1.0) for a material: what its name and size already rule out is refused before a byte is
 * sent. Throws AppError `notFound`, `stateConflict`, `materialUnknown`, `uploadTypeRefused`, `uploadTooLarge`, `tooManyUploads`.
 */
export async function openUpload(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  materialKey: string;
  name: string;
  /** Bytes. */
  size: number;
  fingerprint: string;
}): Promise<UploadDocument> {
  const { app, actor, caseId, materialKey, size } = input;
  const subject = await readIntakeCase(app, actor, caseId);
  requireState(subject, ...openStates);
  const rule = (await app.packs.version(subject.packCode, subject.packVersion)).material(materialKey);
  if (rule === undefined || !subject.materials.some(({ key }) => key === materialKey))
    throw new AppError('materialUnknown', { params: { key: materialKey } });
  const name = input.name.replaceAll(/[\p{Cc}/\\]/gu, '_').slice(-200);
  if (!isAcceptedName(name, 'document'))
    throw new AppError('uploadTypeRefused', { params: { name, accept: rule.accept.join(', ') } });
  requireFittingName(rule, name);
  requireFittingSize(rule, size);
  const limit = app.config.UPLOAD_LIMIT_MIB;
  if (size > limit * 1024 * 1024) throw new AppError('uploadTooLarge', { params: { limit } });
  const { tenant } = app;
  if ((await app.models.uploads.countDocuments({ tenant, caseId, by: actor.id })) >= mostOpen)
    throw new AppError('tooManyUploads', { params: { limit: mostOpen } });
  const now = app.time.now();
  const upload: UploadDocument = {
    _id: newId(),
    schemaVersion: 1,
    tenant,
    caseId,
    materialKey,
    name,
    size,
    offset: 0,
    fingerprint: input.fingerprint.slice(0, 100),
    parts: [],
    by: actor.id,
    createdAt: now,
    sweepAt: new Date(now.getTime() + unusedGrace),
  };
  await app.models.uploads.insertMany([upload]);
  return upload;
}

/** An upload of this person's, or AppError `notFound`. */
export async function readOwnUpload(app: AppContext, actor: Actor, id: string): Promise<UploadDocument> {
  const found = await app.models.uploads.findOne({ _id: id, tenant: app.tenant }).lean();
  if (found === null || found.by !== actor.id) throw new AppError('notFound');
  return found as UploadDocument;
}
