import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from '../console/paths.ts';
import { listFiles } from '../prepare/hashSources.ts';

/** `unit` is any `x.spec.ts` that is neither a stack nor a tool spec. */
export type SpecKind = 'unit' | 'stack' | 'tool' | 'e2e';

const ENDINGS: Readonly<Record<SpecKind, RegExp>> = {
  unit: /(?<!\.stack|\.tool)\.spec\.tsx?$/,
  stack: /\.stack\.spec\.ts$/,
  tool: /\.tool\.spec\.ts$/,
  e2e: /\.e2e\.ts$/,
};

/** Paths (from the repository root, in order) of the specs of a kind; `only` keeps those whose path contains it. */
export function findSpecs(kind: SpecKind, only: string | undefined): string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() && !entry.name.startsWith('.') && !['node_modules', 'out'].includes(entry.name),
    )
    .flatMap((entry) => listFiles(join(ROOT, entry.name)))
    .map((file) => relative(ROOT, file).split(sep).join('/'))
    .filter((file) => ENDINGS[kind].test(file) && (only === undefined || file.includes(only)))
    .sort();
}
