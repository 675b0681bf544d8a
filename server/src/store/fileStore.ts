import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { GridFSBucket } from 'mongodb';
import { type ClientSession, type Connection, trusted } from 'mongoose';
import type { TimeSource } from '../time/timeSource.ts';
import type { FieldCipher } from './fieldCipher.ts';
import { type FileModel, never } from './fileModel.ts';
import { isDuplicateKey } from './inTransaction.ts';
import { newId } from './newId.ts';
import { upTo } from './upTo.ts';

export interface StoredFile {
  id: string;
  sha256: string;
  size: number;
}

/** How long a body may lie unused before it is swept: longer than any request between `put` and its transaction. Milliseconds. */
export const unusedGrace = 24 * 3600 * 1000;

/** Where file bodies lie: encrypted, content-addressed, written before the transaction that refers to them. */
export interface FileStore {
  /** Stores a body; the caller refers to it in a transaction within the grace, or it is swept. */
  put(file: { tenant: string; bytes: Uint8Array; mediaType: string }): Promise<StoredFile>;
  /** Throws Error when there is no such file or it was altered. */
  get(file: { tenant: string; id: string }): Promise<Buffer>;
  /** Says in a transaction that a reference to these bodies is given up: the sweep asks whether there are others. */
  letGo(files: { tenant: string; ids: readonly string[]; session: ClientSession }): Promise<void>;
  /** Looks at bodies that may be unused, at most so many, and removes those that `inUse` does not name. */
  sweep(options: {
    tenant: string;
    most: number;
    inUse: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  }): Promise<{ looked: number; gone: number }>;
}

/**
 * FileStore on GridFS; the same bytes of a tenant are stored once. Every body has an entry from before it is written until
 * after it is gone, so that nothing a crash leaves behind escapes the sweep.
 */
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
    const known = await this.#takeKnown(file.tenant, sha256);
    if (known !== undefined) return known;
    const id = newId();
    const now = this.#time.now();
    await this.#files.create({
      _id: id,
      schemaVersion: 1,
      tenant: file.tenant,
      sha256: `writing:${id}`,
      size: file.bytes.length,
      mediaType: file.mediaType,
      createdAt: now,
      sweepAt: this.#afterGrace(),
    });
    const sealed = this.#cipher.sealBytes(file.bytes, sha256);
    await new Promise<void>((resolve, reject) => {
      const stream = this.#bucket.openUploadStream(id);
      stream.once('finish', () => resolve());
      stream.once('error', reject);
      stream.end(sealed);
    });
    try {
      await this.#files.updateOne({ _id: id }, { $set: { sha256 } });
    } catch (error) {
      // Somebody stored the same bytes meanwhile: theirs stands, ours is swept.
      const winner = isDuplicateKey(error) ? await this.#takeKnown(file.tenant, sha256) : undefined;
      if (winner === undefined) throw error;
      return winner;
    }
    return { id, sha256, size: file.bytes.length };
  }

  async get(file: { tenant: string; id: string }): Promise<Buffer> {
    const entry = await this.#files.findOne({ _id: file.id, tenant: file.tenant }).lean();
    if (entry === null) throw new Error(`no file ${file.id}`);
    const sealed = await buffer(this.#bucket.openDownloadStreamByName(file.id));
    return this.#cipher.openBytes(sealed, entry.sha256);
  }

  async letGo(files: { tenant: string; ids: readonly string[]; session: ClientSession }): Promise<void> {
    if (files.ids.length === 0) return;
    await this.#files.updateMany(
      { tenant: files.tenant, _id: trusted({ $in: [...files.ids] }) },
      { $set: { sweepAt: this.#afterGrace() } },
      { session: files.session },
    );
  }

  async sweep(options: {
    tenant: string;
    most: number;
    inUse: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  }): Promise<{ looked: number; gone: number }> {
    const { tenant } = options;
    const due = await this.#files
      .find({ tenant, sweepAt: upTo(this.#time.now()) })
      .limit(options.most)
      .lean();
    if (due.length === 0) return { looked: 0, gone: 0 };
    const used = await options.inUse(due.map((entry) => entry._id));
    let gone = 0;
    for (const entry of due) {
      // Stored or let go again meanwhile: then it is looked at later.
      const unchanged = {
        _id: entry._id,
        ...(entry.sweepAt === undefined ? {} : { sweepAt: entry.sweepAt }),
      };
      if (used.has(entry._id)) await this.#files.updateOne(unchanged, { $set: { sweepAt: never } });
      else if (await this.#remove(unchanged)) gone += 1;
    }
    return { looked: due.length, gone };
  }

  /** First nobody finds the bytes any more, then they go, then the entry: broken off anywhere, the next sweep goes on. */
  async #remove(unchanged: { _id: string; sweepAt?: Date }): Promise<boolean> {
    const id = unchanged._id;
    const hidden = await this.#files.updateOne(unchanged, { $set: { sha256: `gone:${id}` } });
    if (hidden.matchedCount !== 1) return false;
    for (const body of await this.#bucket.find({ filename: id }).toArray())
      await this.#bucket.delete(body._id);
    await this.#files.deleteOne({ _id: id });
    return true;
  }

  /** The entry of known bytes, kept from the sweep for as long as a request may take; undefined where there is none. */
  async #takeKnown(tenant: string, sha256: string): Promise<StoredFile | undefined> {
    const known = await this.#files.findOne({ tenant, sha256 }).lean();
    if (known === null) return undefined;
    const kept = await this.#files.updateOne(
      { _id: known._id, sha256 },
      { $set: { sweepAt: this.#afterGrace() } },
    );
    return kept.matchedCount === 1 ? { id: known._id, sha256, size: known.size } : undefined;
  }

  #afterGrace(): Date {
    return new Date(this.#time.now().getTime() + unusedGrace);
  }
}
