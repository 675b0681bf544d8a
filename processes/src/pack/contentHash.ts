import { createHash } from 'node:crypto';
import type { PackFiles } from './packFiles.ts';

/**
 * SHA-256 in hex of the files in the order of their paths (by code unit): each path and text is preceded by its
 * length in bytes, so that no two sets of files give the same input. Line ends are hashed as `\n`.
 */
export function contentHash(files: PackFiles): string {
  const hash = createHash('sha256');
  for (const path of Object.keys(files).sort()) {
    for (const part of [path, (files[path] ?? '').replaceAll('\r\n', '\n')]) {
      hash.update(`${Buffer.byteLength(part)}:`).update(part);
    }
  }
  return hash.digest('hex');
}
