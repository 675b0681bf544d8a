import { existsSync, statSync } from 'node:fs';
import { type Finding, lintPack, type PackFiles, readLicenseNumbers } from '@onewindow/processes';
import { lintContext } from '../catalog/lintContext.ts';
import { type Done, fixFolder } from './fixFolder.ts';
import { knownFolders, readCatalogue } from './knownFolders.ts';
import { linesOfFindings } from './linesOfFindings.ts';
import texts from './pack-texts.json' with { type: 'json' };
import { readDepartments } from './readDepartments.ts';
import { type CliLanguage, readPackArgument, sayProblem } from './readPackArgument.ts';

const exitCodes = { sound: 0, errors: 1, failed: 2 } as const;
/** Findings that only whoever knows the whole catalogue can make. */
const aboutCatalogue: readonly string[] = ['themeUnknown', 'themeItemUnknown'];

export interface PackLintInput {
  readonly folders: readonly string[];
  readonly language: CliLanguage;
  /** Findings as data instead of text. */
  readonly json: boolean;
  /** File with a JSON list of department ids (or of objects with `id`); left out: the reference district. */
  readonly departments?: string | undefined;
  /** Folder with every pack of the installation: what themes and items name of each other must be there. */
  readonly catalogue?: string | undefined;
  /** Carry out the fixes that have one answer and write them into the folders. */
  readonly fix?: boolean;
}

/**
 * `onewindow pack lint`: what publication would refuse, for each folder. Folders given together are checked against each
 * other; with `catalogue` a pack that is not there is told, too.
 * Returns the exit code: 0 no errors (warnings at most), 1 errors, 2 a folder cannot be read as a pack.
 */
export async function runPackLint(input: PackLintInput): Promise<number> {
  const { language, catalogue } = input;
  const departments = readDepartments(input.departments);
  if (departments === null) {
    sayProblem({ kind: 'departments', folder: input.departments ?? '' }, language);
    return exitCodes.failed;
  }
  if (catalogue !== undefined && !(existsSync(catalogue) && statSync(catalogue).isDirectory())) {
    sayProblem({ kind: 'noFolder', folder: catalogue }, language);
    return exitCodes.failed;
  }
  let packs: { folder: string; files: PackFiles }[] = [];
  for (const folder of input.folders) {
    const read = await readPackArgument(folder);
    if ('problem' in read) sayProblem(read.problem, language);
    else packs.push({ folder, files: read.files });
  }
  const beside = catalogue === undefined ? [] : await readCatalogue(catalogue);
  const all = [...beside, ...packs.map(({ files }) => files)];
  const known = knownFolders(all);
  const numbers = all.flatMap(readLicenseNumbers);
  // A pack may stand in the catalogue, too: the one that is checked counts.
  const licenseNumbers = [...new Map(numbers.map((entry) => [entry.packCode, entry])).values()];
  const context = {
    ...lintContext(departments.ids, departments.businessHours),
    packs: known,
    licenseNumbers,
  };
  const fixed = new Map<string, readonly Done[]>();
  if (input.fix === true) {
    const done = packs.map((pack) => fixFolder({ ...pack, context }));
    packs = (await Promise.all(done)).map(({ folder, files, fixes }) => {
      fixed.set(folder, fixes);
      return { folder, files };
    });
  }
  const results: { folder: string; fixed?: readonly Done[]; findings: Finding[] }[] = [];
  for (const { folder, files } of packs) {
    const findings = await lintPack(files, context);
    const tellable = ({ code }: Finding) => catalogue !== undefined || !aboutCatalogue.includes(code);
    const done = fixed.get(folder);
    results.push({ folder, ...(done ? { fixed: done } : {}), findings: findings.filter(tellable) });
  }
  if (input.json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  else for (const result of results) process.stdout.write(linesOf(result, language));
  if (packs.length < input.folders.length) return exitCodes.failed;
  return results.some(({ findings }) => countOf(findings, 'error') > 0) ? exitCodes.errors : exitCodes.sound;
}

function linesOf(
  { folder, fixed = [], findings }: { folder: string; fixed?: readonly Done[]; findings: readonly Finding[] },
  language: CliLanguage,
): string {
  const sum = findings.length === 0 ? texts.lint.clean : texts.lint.sum;
  const head = sum[language]
    .replace('{folder}', folder)
    .replace('{errors}', String(countOf(findings, 'error')))
    .replace('{warnings}', String(countOf(findings, 'warning')));
  const done = fixed.map(
    ({ file, label }) => `  ${texts.lint.fixed[language]}  ${file}  ${label[language]}\n`,
  );
  return `${done.join('')}${head}\n${linesOfFindings(findings, language)}`;
}

function countOf(findings: readonly Finding[], severity: Finding['severity']): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
