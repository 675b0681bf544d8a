import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type PackFiles, readPackFolder } from '@onewindow/processes';
import texts from './pack-texts.json' with { type: 'json' };

export type CliLanguage = 'zh-CN' | 'en';
export type PackProblem = { readonly kind: keyof typeof texts.problems; readonly folder: string };

/** The files of a pack folder named on the command line, or why they cannot be read. */
export async function readPackArgument(
  folder: string,
): Promise<{ readonly files: PackFiles } | { readonly problem: PackProblem }> {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return { problem: { kind: 'noFolder', folder } };
  if (!existsSync(join(folder, 'pack.yaml'))) return { problem: { kind: 'noPack', folder } };
  try {
    return { files: await readPackFolder(folder) };
  } catch {
    return { problem: { kind: 'unreadable', folder } };
  }
}

/** Tells a problem on the error stream. */
export function sayProblem({ kind, folder }: PackProblem, language: CliLanguage): void {
  process.stderr.write(`${texts.problems[kind][language].replace('{folder}', folder)}\n`);
}
