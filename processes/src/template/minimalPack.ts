import { fileURLToPath } from 'node:url';
import type { PackFiles } from '../pack/packFiles.ts';
import { readPackFolder } from '../pack/readPackFolder.ts';

/** The least that is a sound pack: one form, one decision, delivery. */
export function readMinimalPack(): Promise<PackFiles> {
  return readPackFolder(fileURLToPath(new URL('../../templates/minimal', import.meta.url)));
}
