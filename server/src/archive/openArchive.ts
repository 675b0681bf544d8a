import { type KeyObject, verify } from 'node:crypto';
import { contentHash, type PackFiles } from '@onewindow/processes';
import { AppError } from '../errors/appError.ts';
import { type ArchiveManifest, archiveFormat, archiveManifestSchema, places } from './archiveFormat.ts';
import { readZip } from './readZip.ts';
import { keyIdOf, readTrustedKeys } from './signingKey.ts';
import { sha256 } from './writeArchive.ts';

export interface OpenedArchive {
  readonly manifest: ArchiveManifest;
  readonly files: PackFiles;
  /** SHA-256 of the key that signed. */
  readonly keyId: string;
}

/**
 * Opens a signed pack of another installation: a harmless zip, of a format we know, signed by a trusted key, every file
 * as the manifest says, and none besides. Says nothing about whether the pack is sound; that is lint.
 * Throws AppError `archiveUnreadable`, `archivePath`, `archiveLink`, `archiveDuplicate`, `archiveTooLarge`,
 * `archiveUnknownFile`, `archiveFormat`, `archiveUnsigned`, `archiveSigner`, `archiveSignature`, `archiveHash`.
 */
export async function openArchive(bytes: Buffer, trusted: readonly KeyObject[]): Promise<OpenedArchive> {
  const entries = await readZip(bytes);
  const signed = entries.get(places.manifest);
  if (signed === undefined) throw unreadable(`no ${places.manifest}`);
  const content = parseManifest(signed);
  const keyId = checkSignature({
    signed,
    signature: entries.get(places.signature),
    signer: entries.get(places.signer)?.toString('utf8'),
    trusted,
  });
  const parsed = archiveManifestSchema.safeParse(content);
  if (!parsed.success) throw unreadable(`${places.manifest}: ${parsed.error.issues[0]?.message ?? ''}`);
  return { manifest: parsed.data, files: checkFiles(parsed.data, entries), keyId };
}

/** Before the signature: how another format signs is not known here. */
function parseManifest(bytes: Buffer): unknown {
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw unreadable(places.manifest);
  }
  const format =
    content !== null && typeof content === 'object' && 'format' in content ? content.format : undefined;
  if (typeof format === 'number' && format > archiveFormat)
    throw new AppError('archiveFormat', { params: { format } });
  return content;
}

function checkSignature(input: {
  signed: Buffer;
  signature: Buffer | undefined;
  signer: string | undefined;
  trusted: readonly KeyObject[];
}): string {
  const { signed, signature, signer, trusted } = input;
  if (signature === undefined) throw new AppError('archiveUnsigned');
  const by = trusted.find((key) => verify(null, signed, key, signature));
  if (by !== undefined) return keyIdOf(by);
  const [stated] = signer === undefined ? [] : readStatedKeys(signer);
  if (stated === undefined || !verify(null, signed, stated, signature))
    throw new AppError('archiveSignature');
  throw new AppError('archiveSigner', { params: { keyId: keyIdOf(stated) } });
}

function readStatedKeys(pem: string): KeyObject[] {
  try {
    return readTrustedKeys(pem);
  } catch {
    return [];
  }
}

function checkFiles(manifest: ArchiveManifest, entries: ReadonlyMap<string, Buffer>): PackFiles {
  const files: Record<string, string> = {};
  for (const { path, size, sha256: wanted } of manifest.files) {
    const bytes = entries.get(`${places.pack}${path}`);
    if (bytes === undefined || bytes.length !== size || sha256(bytes) !== wanted)
      throw new AppError('archiveHash', { params: { name: path } });
    files[path] = readText(path, bytes);
  }
  for (const name of entries.keys())
    if (name.startsWith(places.pack) && files[name.slice(places.pack.length)] === undefined)
      throw new AppError('archiveUnknownFile', { params: { name } });
  if (contentHash(files) !== manifest.contentHash)
    throw new AppError('archiveHash', { params: { name: manifest.packCode } });
  return files;
}

function readText(path: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw unreadable(`${path} is not UTF-8`);
  }
}

function unreadable(reason: string): AppError {
  return new AppError('archiveUnreadable', { params: { reason } });
}
