import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  type KnownPack,
  knownPackOf,
  PackError,
  type PackFiles,
  parsePack,
  readPackFolder,
} from '@onewindow/processes';

/** Packs by code as lint of a theme asks about them; a pack that cannot be read is not known. */
export function knownFolders(packs: readonly PackFiles[]): Map<string, KnownPack> {
  const known = new Map<string, KnownPack>();
  for (const files of packs) {
    try {
      known.set(parsePack(files).packCode, knownPackOf(files));
    } catch (error) {
      if (!(error instanceof PackError || error instanceof SyntaxError)) throw error;
    }
  }
  return known;
}

/** The packs in the folders under `catalogue`. */
export function readCatalogue(catalogue: string): Promise<PackFiles[]> {
  const folders = readdirSync(catalogue, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(catalogue, entry.name, 'pack.yaml')))
    .map(({ name }) => join(catalogue, name));
  return Promise.all(folders.map(readPackFolder));
}
