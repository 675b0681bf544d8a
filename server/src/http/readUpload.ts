import busboy from 'busboy';
import type { Request } from 'express';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { identifyContent } from '../files/identifyContent.ts';
import type { UploadedFile, UploadKind } from './route.ts';

/**
 * Reads the one file of a multipart request into memory, at most UPLOAD_LIMIT_MIB, and checks that its content is what
 * its name says.
 * Throws AppError `uploadTooLarge` (413), `uploadMissing` (422) and what identifyContent throws.
 */
export async function readUpload(app: AppContext, request: Request, kind: UploadKind): Promise<UploadedFile> {
  const limit = app.config.UPLOAD_LIMIT_MIB;
  const { name, bytes } = await receive(request, limit);
  return { name, bytes, mediaType: await identifyContent(name, bytes, kind) };
}

function receive(request: Request, limitMib: number): Promise<{ name: string; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    let parser: ReturnType<typeof busboy>;
    try {
      parser = busboy({
        headers: request.headers,
        defParamCharset: 'utf8',
        limits: { files: 1, fileSize: limitMib * 1024 * 1024, fields: 10, fieldSize: 10_000 },
      });
    } catch {
      reject(new AppError('uploadMissing'));
      return;
    }
    let file: { name: string; chunks: Buffer[]; cut: boolean } | undefined;
    parser.on('file', (_field, stream, info) => {
      const received = { name: (info.filename ?? '').slice(-200), chunks: [] as Buffer[], cut: false };
      file = received;
      stream.on('data', (chunk: Buffer) => received.chunks.push(chunk));
      stream.on('limit', () => {
        received.cut = true;
      });
    });
    parser.on('error', () => reject(new AppError('uploadMissing')));
    parser.on('close', () => {
      if (file === undefined || file.chunks.length === 0) reject(new AppError('uploadMissing'));
      else if (file.cut) reject(new AppError('uploadTooLarge', { params: { limit: limitMib } }));
      else resolve({ name: file.name, bytes: Buffer.concat(file.chunks) });
    });
    request.pipe(parser);
  });
}
