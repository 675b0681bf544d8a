import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../console/paths.ts';
import { buildModules } from '../prepare/buildModules.ts';

/**
 * Builds modules for spec files, the paths of these modules: one for so many, which imports them one after another. Loading
 * what a spec imports (a server with its store, its forms and its signatures) takes longer than most specs.
 */
export async function writeEntries(options: {
  /** Within the repository, so that packages are found. */
  folder: string;
  files: readonly string[];
  together: number;
}): Promise<string[]> {
  const { folder, files, together } = options;
  const entries: Record<string, string> = {};
  for (let first = 0; first < files.length; first += together) {
    const some = files.slice(first, first + together);
    const name = some.length === 1 ? nameOf(some[0] ?? '') : `specs-${String(first).padStart(3, '0')}`;
    const entry = join(folder, `${name}.ts`);
    const imports = some.map((file) => `await import(${JSON.stringify(join(ROOT, file))});`);
    writeFileSync(entry, `${imports.join('\n')}\n`);
    entries[name] = entry;
  }
  const built = join(folder, 'built');
  await buildModules({ entries, folder: built });
  return Object.keys(entries).map((name) => join(built, `${name}.mjs`));
}

const nameOf = (file: string) => file.replaceAll('/', '.').replace(/\.tsx?$/, '');
