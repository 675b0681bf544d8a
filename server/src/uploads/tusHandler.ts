import { Server } from '@tus/server';
import { Metadata } from '@tus/utils';
import type { RequestHandler } from 'express';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { openUpload, readOwnUpload } from './openUpload.ts';
import { UploadStaging } from './uploadStaging.ts';

const path = '/api/v1/uploads';

/** Answers the requests of tus 1.0 that go on with an upload (HEAD, PATCH, DELETE); only its sender may. */
export function goOnWithUpload(app: AppContext): RequestHandler {
  const tus = tusServer(app);
  return async (request, response) => {
    await readOwnUpload(app, request.user as Actor, String(request.params['id']));
    await tus.handle(request, response);
  };
}

/**
 * Answers the request of tus 1.0 that begins an upload: `Upload-Length`, and `Upload-Metadata` with `caseId`, `materialKey`,
 * `filename` and, if wanted, `fingerprint`. Refusals are problem documents as everywhere.
 */
export function beginUpload(app: AppContext): RequestHandler {
  return async (request, response) => {
    const size = Number(request.get('upload-length'));
    const told = readMetadata(request.get('upload-metadata'));
    const { caseId, materialKey, filename } = told;
    if (!Number.isSafeInteger(size) || size < 1 || !caseId || !materialKey || !filename)
      throw new AppError('uploadMissing');
    const upload = await openUpload({
      app,
      actor: request.user as Actor,
      caseId,
      materialKey,
      name: filename,
      size,
      fingerprint: told['fingerprint'] ?? '',
    });
    response
      .status(201)
      .set({ 'Tus-Resumable': '1.0.0', Location: `${path}/${upload._id}`, 'Upload-Offset': '0' })
      .end();
  };
}

function readMetadata(header: string | undefined): Record<string, string | null> {
  try {
    return Metadata.parse(header);
  } catch {
    throw new AppError('uploadMissing');
  }
}

function tusServer(app: AppContext): Server {
  return new Server({
    path,
    datastore: new UploadStaging(app),
    relativeLocation: true,
    // The browser asks from our own origin only.
    allowedOrigins: [],
    maxSize: app.config.UPLOAD_LIMIT_MIB * 1024 * 1024,
  });
}
