import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../console/paths.ts';

/**
 * Writes one module for so many spec files, which imports them one after another; the paths of these modules. Loading what a
 * spec imports (a server with its store, its forms and its signatures) takes longer than most specs.
 */
export function writeEntries(options: {
  folder: string;
  files: readonly string[];
  together: number;
}): string[] {
  const { folder, files, together } = options;
  const entries: string[] = [];
  for (let first = 0; first < files.length; first += together) {
    const entry = join(folder, `specs-${String(entries.length).padStart(3, '0')}.mjs`);
    const imports = files
      .slice(first, first + together)
      .map((file) => `await import(${JSON.stringify(pathToFileURL(join(ROOT, file)).href)});`);
    writeFileSync(entry, `${imports.join('\n')}\n`);
    entries.push(entry);
  }
  return entries;
}
