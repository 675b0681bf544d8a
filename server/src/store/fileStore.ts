import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { GridFSBucket } from 'mongodb';
import type { Connection } from 'mongoose';
import type { TimeSource } from '../time/timeSource.ts';
import type { FieldCipher } from './fieldCipher.ts';
import type { FileModel } from './fileModel.ts';
import { isDuplicateKey } from './inTransaction.ts';
import { newId } from './newId.ts';

export interface StoredFile {
  id: string;
  sha256: string;
  size: number;
}

/** Where file bodies lie: encrypted, content-addressed, written before the transaction that refers to them. */
export interface FileStore {
  put(file: { tenant: string; bytes: Uint8Array; mediaType: string }): Promise<StoredFile>;
  /** Throws Error when there is no such file or it was altered. */
  get(file: { tenant: string; id: string }): Promise<Buffer>;
}

/** FileStore on GridFS; the same bytes of a tenant are stored once. */
export class GridFileStore implements FileStore {
  readonly #files: FileModel;
  readonly #bucket: GridFSBucket;
  readonly #cipher: FieldCipher;
  readonly #time: TimeSource;

  constructor(options: { connection: Connection; files: FileModel; cipher: FieldCipher; time: TimeSource }) {
    const db = options.connection.db;
    if (db === undefined) throw new Error('the store is not connected');
    this.#bucket = new GridFSBucket(db, { bucketName: 'fileBodies' });
    this.#files = options.files;
    this.#cipher = options.cipher;
    this.#time = options.time;
  }

  async put(file: { tenant: string; bytes: Uint8Array; mediaType: string }): Promise<StoredFile> {
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const known = await this.#files.findOne({ tenant: file.tenant, sha256 }).lean();
    if (known !== null) return { id: known._id, sha256, size: known.size };
    const id = newId();
    const sealed = this.#cipher.sealBytes(file.bytes, sha256);
    await new Promise<void>((resolve, reject) => {
      const stream = this.#bucket.openUploadStream(id);
      stream.once('finish', () => resolve());
      stream.once('error', reject);
      stream.end(sealed);
    });
    try {
      await this.#files.create({
        _id: id,
        schemaVersion: 1,
        tenant: file.tenant,
        sha256,
        size: file.bytes.length,
        mediaType: file.mediaType,
        createdAt: this.#time.now(),
      });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const winner = await this.#files.findOne({ tenant: file.tenant, sha256 }).lean();
      if (winner === null) throw error;
      return { id: winner._id, sha256, size: winner.size };
    }
    return { id, sha256, size: file.bytes.length };
  }

  async get(file: { tenant: string; id: string }): Promise<Buffer> {
    const entry = await this.#files.findOne({ _id: file.id, tenant: file.tenant }).lean();
    if (entry === null) throw new Error(`no file ${file.id}`);
    const sealed = await buffer(this.#bucket.openDownloadStreamByName(file.id));
    return this.#cipher.openBytes(sealed, entry.sha256);
  }
}
