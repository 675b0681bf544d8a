import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MANIFEST, type PackFiles } from './packFiles.ts';

export interface SeedPack {
  readonly packCode: string;
  readonly files: PackFiles;
}

/** Every file under a pack's folder as text; names that begin with a dot are passed over. Throws when it cannot be read. */
export async function readPackFolder(folder: string): Promise<PackFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
  const files: Record<string, string> = {};
  for (const path of paths) files[path.split(sep).join('/')] = await readFile(join(folder, path), 'utf8');
  return files;
}

/** The packs that come with the product, in the order of their codes. */
export async function listSeedPacks(): Promise<SeedPack[]> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const packs: SeedPack[] = [];
  for (const entry of (await readdir(root, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (!entry.isDirectory()) continue;
    if (!(await readdir(join(root, entry.name))).includes(MANIFEST)) continue;
    packs.push({ packCode: entry.name, files: await readPackFolder(join(root, entry.name)) });
  }
  return packs;
}
