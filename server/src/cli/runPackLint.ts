import { readFileSync } from 'node:fs';
import { type Finding, lintPack } from '@onewindow/processes';
import { z } from 'zod';
import district from '../../data/daxing/departments.json' with { type: 'json' };
import { lintContext } from '../catalog/lintContext.ts';
import texts from './pack-texts.json' with { type: 'json' };
import { type CliLanguage, readPackArgument, sayProblem } from './readPackArgument.ts';

const exitCodes = { sound: 0, errors: 1, failed: 2 } as const;

export interface PackLintInput {
  readonly folders: readonly string[];
  readonly language: CliLanguage;
  /** Findings as data instead of text. */
  readonly json: boolean;
  /** File with a JSON list of department ids (or of objects with `id`); left out: the reference district. */
  readonly departments?: string | undefined;
}

/**
 * `onewindow pack lint`: what publication would refuse, for each folder.
 * Returns the exit code: 0 no errors (warnings at most), 1 errors, 2 a folder cannot be read as a pack.
 */
export async function runPackLint(input: PackLintInput): Promise<number> {
  const departments = readDepartments(input.departments);
  if (departments === null) {
    sayProblem({ kind: 'departments', folder: input.departments ?? '' }, input.language);
    return exitCodes.failed;
  }
  const context = lintContext(departments);
  const results: { folder: string; findings: Finding[] }[] = [];
  let failed = false;
  for (const folder of input.folders) {
    const read = await readPackArgument(folder);
    if ('problem' in read) {
      sayProblem(read.problem, input.language);
      failed = true;
    } else results.push({ folder, findings: await lintPack(read.files, context) });
  }
  if (input.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  else for (const result of results) process.stdout.write(linesOf(result, input.language));
  if (failed) return exitCodes.failed;
  return results.some(({ findings }) => countOf(findings, 'error') > 0) ? exitCodes.errors : exitCodes.sound;
}

const departmentsSchema = z.array(z.union([z.string(), z.looseObject({ id: z.string() })]));

function readDepartments(file: string | undefined): string[] | null {
  if (file === undefined) return district.map(({ id }) => id);
  try {
    const parsed = departmentsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.map((entry) => (typeof entry === 'string' ? entry : entry.id));
  } catch {
    return null;
  }
}

function linesOf(
  { folder, findings }: { folder: string; findings: readonly Finding[] },
  language: CliLanguage,
): string {
  const lines = findings.map(({ severity, file, element, zh, en, code }) => {
    const place = element === undefined ? file : `${file} ${element}`;
    return `  ${texts.lint[severity][language]}  ${place}  ${language === 'en' ? en : zh}  [${code}]`;
  });
  const sum = findings.length === 0 ? texts.lint.clean : texts.lint.sum;
  const head = sum[language]
    .replace('{folder}', folder)
    .replace('{errors}', String(countOf(findings, 'error')))
    .replace('{warnings}', String(countOf(findings, 'warning')));
  return `${[head, ...lines].join('\n')}\n`;
}

function countOf(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
