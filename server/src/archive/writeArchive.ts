import { createHash, type KeyObject, sign } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { contentHash, type PackFiles, parsePack } from '@onewindow/processes';
import { ZipFile } from 'yazl';
import { type ArchiveManifest, archiveFormat, places } from './archiveFormat.ts';
import { publicPem } from './signingKey.ts';

/** A zip counts time in local clock hours from this day; the same in every zone. */
const noTime = () => new Date(1980, 0, 1);

/**
 * One signed zip of a pack. The same files, version and key give the same bytes: nothing of time or machine is in it, and
 * nothing is deflated, because deflaters differ. Docs: docs/decisions/0007.
 * Throws PackError when the files are no pack.
 */
export async function writeArchive(input: {
  files: PackFiles;
  /** Version it is exported from; null for a folder. */
  version: number | null;
  key: KeyObject;
}): Promise<Buffer> {
  const { packCode, name } = parsePack(input.files);
  const paths = Object.keys(input.files).sort();
  const bytes = new Map(paths.map((path) => [path, Buffer.from(input.files[path] ?? '')]));
  const manifest: ArchiveManifest = {
    kind: 'onewindow-pack',
    format: archiveFormat,
    packCode,
    name,
    version: input.version,
    contentHash: contentHash(input.files),
    files: [...bytes].map(([path, content]) => ({ path, size: content.length, sha256: sha256(content) })),
  };
  const signed = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const zip = new ZipFile();
  const add = (path: string, content: Buffer) =>
    zip.addBuffer(content, path, {
      mtime: noTime(),
      mode: 0o100644,
      compress: false,
      forceDosTimestamp: true,
    });
  add(places.manifest, signed);
  add(places.signature, sign(null, signed, input.key));
  add(places.signer, Buffer.from(publicPem(input.key)));
  for (const [path, content] of bytes) add(`${places.pack}${path}`, content);
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
