import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { mayReadScore } from '../evaluation/results/mayReadScore.ts';
import { FileAnswer, type UploadedFile } from '../http/route.ts';
import { type Actor, asAuthor } from '../identity/actor.ts';
import { newId } from '../store/newId.ts';
import { maySee } from './findings/readFinding.ts';
import type { RecordDocument, RecordFileDocument } from './model.ts';
import { recordModelOf } from './recordModelOf.ts';

/** Most files of one record. */
const mostFiles = 30;

/** Takes a file for an act on a finding, order or card, or for an appeal against a score; the act names it by its id. Throws AppError `notFound`, `tooManyFiles`. */
export async function attachToRecord(input: {
  app: AppContext;
  actor: Actor;
  recordId: string;
  upload: UploadedFile;
  /** The same for every try of one request. */
  requestId?: string | undefined;
}) {
  const { app, actor, recordId, upload } = input;
  await requireMaySee(app, actor, recordId);
  const { tenant } = app;
  const own = { tenant, recordId };
  if ((await app.models.supervisionFiles.countDocuments(own)) >= mostFiles)
    throw new AppError('tooManyFiles', { params: { limit: mostFiles } });
  const { mediaType, bytes } = upload;
  const stored = await app.files.put({ tenant, bytes, mediaType });
  const file: RecordFileDocument = {
    _id: input.requestId ?? newId(),
    schemaVersion: 1,
    ...own,
    fileId: stored.id,
    name: upload.name.replaceAll(/[\p{Cc}/\\]/gu, '_'),
    mediaType,
    size: bytes.length,
    sha256: stored.sha256,
    by: asAuthor(actor),
    at: app.time.now(),
  };
  const known = await app.models.supervisionFiles.findOne({ _id: file._id }, { _id: 1 }).lean();
  if (known === null) await app.models.supervisionFiles.insertMany([file]);
  return viewFile(file);
}

/** A file of a record, to save. Throws AppError `notFound`. */
export async function readRecordFile(input: {
  app: AppContext;
  actor: Actor;
  recordId: string;
  fileId: string;
}): Promise<FileAnswer> {
  const { app, actor, recordId, fileId } = input;
  await requireMaySee(app, actor, recordId);
  const file = await app.models.supervisionFiles.findOne({ _id: fileId, tenant: app.tenant }).lean();
  if (file === null || file.recordId !== recordId) throw new AppError('notFound');
  const bytes = await app.files.get({ tenant: app.tenant, id: file.fileId });
  return new FileAnswer({ bytes, mediaType: file.mediaType, name: file.name });
}

/** Throws AppError `fileUnknown` when an act names a file that is none of the record's. */
export async function requireOwnFiles(
  app: AppContext,
  recordId: string,
  files: readonly string[],
): Promise<void> {
  if (files.length === 0) return;
  const own = await app.models.supervisionFiles.find({ tenant: app.tenant, recordId }, { _id: 1 }).lean();
  const ids = new Set(own.map(({ _id }) => _id));
  if (files.some((id) => !ids.has(id))) throw new AppError('fileUnknown');
}

/** The files of a record, in the order in which they came. */
export async function listRecordFiles(app: AppContext, recordId: string) {
  const files = (await app.models.supervisionFiles
    .find({ tenant: app.tenant, recordId })
    .lean()) as RecordFileDocument[];
  return files.sort((one, other) => one.at.getTime() - other.at.getTime()).map(viewFile);
}

function viewFile({ _id, name, mediaType, size }: RecordFileDocument) {
  return { id: _id, name, mediaType, size };
}

async function requireMaySee(app: AppContext, actor: Actor, recordId: string): Promise<void> {
  if (await mayReadScore(app, actor, recordId)) return;
  const { model } = await recordModelOf(app, recordId);
  const record = (await model.findOne({ _id: recordId, tenant: app.tenant }).lean()) as RecordDocument | null;
  if (record === null || !maySee(actor, record)) throw new AppError('notFound');
}
