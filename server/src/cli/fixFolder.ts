import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LintContext, lintPack, type PackFiles, type Text } from '@onewindow/processes';
import { stepOfTemplate } from '@onewindow/processes/blocks';
import { applyFix, findFix } from '@onewindow/processes/fixes';

/** One thing that was put right. */
export interface Done {
  readonly code: string;
  readonly file: string;
  readonly label: Text;
}

/** One fix may bring another fault to light; more rounds than this mean that fixes undo each other. */
const MOST_ROUNDS = 50;

/**
 * Carries out every fix that has one answer and writes the files it changed; what only a person can answer stays.
 * Throws what the file system throws.
 */
export async function fixFolder(input: {
  readonly folder: string;
  readonly files: PackFiles;
  readonly context: LintContext;
}): Promise<{ folder: string; files: PackFiles; fixes: readonly Done[] }> {
  const { folder, context } = input;
  let { files } = input;
  const fixes: Done[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const findings = await lintPack(files, context);
    const known = files;
    const [next] = findings.flatMap((finding) => {
      const fix = findFix(finding, known) ?? stepOfTemplate(finding, known);
      return fix?.sure ? [{ finding, fix }] : [];
    });
    if (next === undefined) break;
    const { code, file } = next.finding;
    files = applyFix(files, next.fix);
    fixes.push({ code, file, label: next.fix.label });
  }
  for (const path of new Set([...Object.keys(input.files), ...Object.keys(files)])) {
    if (files[path] === input.files[path]) continue;
    if (files[path] === undefined) await rm(join(folder, path));
    else await writeFile(join(folder, path), files[path]);
  }
  return { folder, files, fixes };
}
