import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DataStore, ERRORS, Upload } from '@tus/utils';
import type { AppContext } from '../app/appContext.ts';
import { unusedGrace } from '../store/fileStore.ts';
import { inTransaction } from '../store/inTransaction.ts';
import type { UploadDocument } from './model.ts';

/**
 * Where tus keeps what has come in: each part is a sealed body of the FileStore, named by the upload's document, so that
 * any copy of the server can go on with it. Uploads are created by `openUpload`; this store only continues them.
 */
export class UploadStaging extends DataStore {
  readonly #app: AppContext;

  constructor(app: AppContext) {
    super();
    this.#app = app;
    this.extensions = ['creation', 'termination'];
  }

  override async create(upload: Upload): Promise<Upload> {
    return upload;
  }

  /** Throws `FILE_NOT_FOUND` (tus 404). */
  override async getUpload(id: string): Promise<Upload> {
    const found = await this.#read(id);
    return new Upload({ id, size: found.size, offset: found.offset });
  }

  /** Takes the part that begins at `offset`; of two that begin there one is refused (tus 409). Returns the new offset. */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const { tenant, time, files, models } = this.#app;
    const bytes = await buffer(stream);
    if (bytes.length === 0) return offset;
    const stored = await files.put({ tenant, bytes, mediaType: 'application/octet-stream' });
    const taken = await models.uploads.updateOne(
      { _id: id, tenant, offset },
      {
        $set: {
          offset: offset + bytes.length,
          sweepAt: new Date(time.now().getTime() + unusedGrace),
        },
        $push: { parts: { fileId: stored.id, size: bytes.length } },
      },
    );
    if (taken.modifiedCount !== 1) throw ERRORS.INVALID_OFFSET;
    return offset + bytes.length;
  }

  override async remove(id: string): Promise<void> {
    await dropUpload(this.#app, await this.#read(id));
  }

  async #read(id: string): Promise<UploadDocument> {
    const found = await this.#app.models.uploads.findOne({ _id: id, tenant: this.#app.tenant }).lean();
    if (found === null) throw ERRORS.FILE_NOT_FOUND;
    return found as UploadDocument;
  }
}

/** Gives an upload up: its parts are let go and swept. */
export async function dropUpload(app: AppContext, upload: UploadDocument): Promise<void> {
  await inTransaction(app.connection, async (session) => {
    const { deletedCount } = await app.models.uploads.deleteOne(
      { _id: upload._id, offset: upload.offset },
      { session },
    );
    const ids = upload.parts.map((part) => part.fileId);
    if (deletedCount === 1) await app.files.letGo({ tenant: app.tenant, ids, session });
  });
}
