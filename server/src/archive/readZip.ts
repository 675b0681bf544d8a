import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { type Entry, fromBuffer, type Options, type ZipFile } from 'yauzl';
import { AppError } from '../errors/appError.ts';
import { archiveLimits } from './archiveFormat.ts';
import { checkEntry, collisionKey } from './checkEntry.ts';

const open = promisify<Buffer, Options, ZipFile>(fromBuffer);

/**
 * The files of a zip by name. Names, kinds, sizes and their sum are judged from the directory before the first byte is
 * inflated, and no entry yields more than it declares.
 * Throws AppError `archive…`.
 */
export async function readZip(bytes: Buffer): Promise<Map<string, Buffer>> {
  if (bytes.length > archiveLimits.archive) throw tooLarge(`${archiveLimits.archive} B`);
  const zip = await open(bytes, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(
    unreadable,
  );
  try {
    const entries = await listEntries(zip);
    const files = new Map<string, Buffer>();
    for (const [name, entry] of entries) files.set(name, await inflate(zip, entry));
    return files;
  } finally {
    zip.close();
  }
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > archiveLimits.files) throw tooLarge(`${archiveLimits.files}`);
  const entries = new Map<string, Entry>();
  const taken = new Set<string>();
  let total = 0;
  for await (const entry of eachEntry(zip)) {
    const name = checkEntry(entry);
    if (taken.has(collisionKey(name))) throw new AppError('archiveDuplicate', { params: { name } });
    taken.add(collisionKey(name));
    entries.set(name, entry);
    total += entry.uncompressedSize;
    if (total > archiveLimits.total) throw tooLarge(`${archiveLimits.total} B`);
  }
  return entries;
}

async function* eachEntry(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      const settle = (run: () => void) => {
        zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
        run();
      };
      zip.once('entry', (next: Entry) => settle(() => resolve(next)));
      zip.once('end', () => settle(() => resolve(null)));
      zip.once('error', (error: unknown) => settle(() => reject(error)));
      zip.readEntry();
    }).catch(unreadable);
    if (entry === null) return;
    yield entry;
  }
}

async function inflate(zip: ZipFile, entry: Entry): Promise<Buffer> {
  try {
    const stream = await promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip))(entry);
    return await buffer(stream);
  } catch (error) {
    return unreadable(error);
  }
}

function unreadable(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new AppError('archiveUnreadable', { params: { reason }, cause: error });
}

function tooLarge(limit: string): AppError {
  return new AppError('archiveTooLarge', { params: { limit } });
}
