import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PackFiles } from '@onewindow/processes';

/** Writes a pack into a folder that is new or empty. Returns false, and writes nothing, when it is neither. */
export function writePackFolder(folder: string, files: PackFiles): boolean {
  if (existsSync(folder) && readdirSync(folder).length > 0) return false;
  for (const [path, text] of Object.entries(files)) {
    const target = join(folder, ...path.split('/'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: 'wx' });
  }
  return true;
}
