import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { PackFiles } from '../pack/packFiles.ts';

const editSchema = z.union([
  z.strictObject({
    file: z.string(),
    find: z.string().min(1),
    put: z.string(),
    all: z.boolean().default(false),
  }),
  z.strictObject({ file: z.string(), cutFrom: z.string().min(1) }),
]);

const lintCaseSchema = z.strictObject({
  code: z.string(),
  element: z.string().optional(),
  /** Place in `pack.yaml` that the finding names. */
  path: z.string().optional(),
  /** A manifest of fixtures/items/ that takes the place of the good pack's. */
  item: z.string().optional(),
  edit: z.array(editSchema).default([]),
  add: z.record(z.string(), z.string()).default({}),
  remove: z.array(z.string()).default([]),
});

export type LintCase = z.infer<typeof lintCaseSchema>;

/** The rows of fixtures/lint-cases.yaml. */
export function readLintCases(): LintCase[] {
  const text = readFileSync(new URL('../../fixtures/lint-cases.yaml', import.meta.url), 'utf8');
  return z.array(lintCaseSchema).parse(parse(text));
}

/** A manifest of fixtures/items/. */
export function readItem(item: string): string {
  return readFileSync(new URL(`../../fixtures/items/${item}.yaml`, import.meta.url), 'utf8');
}

/** A good pack spoiled as a row says. Throws Error when an edit finds nothing to change. */
export function spoilPack(good: PackFiles, { edit, add, remove, item }: LintCase): PackFiles {
  const manifest = item ? { 'pack.yaml': readItem(item) } : {};
  const files: Record<string, string> = { ...good, ...manifest, ...add };
  for (const path of remove) delete files[path];
  for (const change of edit) {
    const text = files[change.file] ?? '';
    const at = 'cutFrom' in change ? change.cutFrom : change.find;
    if (!text.includes(at)) throw new Error(`${change.file} has no “${at}”`);
    if ('cutFrom' in change) files[change.file] = `${text.slice(0, text.indexOf(at))}\n`;
    else if (change.all) files[change.file] = text.replaceAll(change.find, () => change.put);
    else files[change.file] = text.replace(change.find, () => change.put);
  }
  return files;
}
