import { isExpectedPath } from '@onewindow/processes';
import type { Entry } from 'yauzl';
import { AppError } from '../errors/appError.ts';
import { archiveLimits, places } from './archiveFormat.ts';

const meta: readonly string[] = [places.manifest, places.signature, places.signer];

/**
 * What an entry of the central directory is called, once it is known to be harmless: nothing is inflated for it.
 * Throws AppError `archivePath`, `archiveLink`, `archiveUnknownFile`, `archiveTooLarge`, `archiveUnreadable`.
 */
export function checkEntry(entry: Entry): string {
  const name = readName(entry);
  if (leavesFolder(name)) throw new AppError('archivePath', { params: { name } });
  if (!isPlainFile(entry)) throw new AppError('archiveLink', { params: { name } });
  if (!meta.includes(name) && !isPackFile(name))
    throw new AppError('archiveUnknownFile', { params: { name } });
  if (entry.isEncrypted())
    throw new AppError('archiveUnreadable', { params: { reason: `encrypted: ${name}` } });
  const { uncompressedSize: size, compressedSize } = entry;
  if (size > archiveLimits.file)
    throw new AppError('archiveTooLarge', { params: { limit: `${archiveLimits.file} B: ${name}` } });
  if (size > archiveLimits.ratioFrom && size > compressedSize * archiveLimits.ratio)
    throw new AppError('archiveTooLarge', { params: { limit: `${archiveLimits.ratio}:1 ${name}` } });
  return name;
}

/** Two names that some file system would take for one (Unicode normal form, letter case). */
export function collisionKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function readName({ fileNameRaw }: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
  } catch (error) {
    throw new AppError('archiveUnreadable', { params: { reason: 'a name that is not UTF-8' }, cause: error });
  }
}

/** Absolute (POSIX, Windows, UNC), with `.` or `..`, or with what one system takes for a separator and another does not. */
function leavesFolder(name: string): boolean {
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || /[\\\0]/.test(name)) return true;
  return name.split('/').some((part) => part === '..' || part === '.');
}

/** The high half of the external attributes is the Unix mode; 0 means that the maker gave none. */
function isPlainFile({ externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 16) & 0o170000;
  return type === 0 || type === 0o100000;
}

function isPackFile(name: string): boolean {
  return name.startsWith(places.pack) && isExpectedPath(name.slice(places.pack.length));
}
