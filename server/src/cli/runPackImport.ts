import { existsSync, readFileSync } from 'node:fs';
import { lintPack } from '@onewindow/processes';
import { type OpenedArchive, openArchive } from '../archive/openArchive.ts';
import { readTrustedKeys } from '../archive/signingKey.ts';
import { lintContext } from '../catalog/lintContext.ts';
import { AppError } from '../errors/appError.ts';
import { exitCodes } from './exitCodes.ts';
import { linesOfFindings } from './linesOfFindings.ts';
import { readDepartments } from './readDepartments.ts';
import { type CliLanguage, sayProblem } from './readPackArgument.ts';
import { publishFiles } from './runPackPublish.ts';
import { sayDone } from './sayDone.ts';
import { writePackFolder } from './writePackFolder.ts';

export interface PackImportInput {
  readonly file: string;
  /** PEM file with the keys or certificates that are trusted. */
  readonly trust: string;
  /** Folder to write into; else the pack is published at the server. */
  readonly into: string | undefined;
  readonly server: string | undefined;
  readonly base: number;
  readonly note: string;
  readonly departments: string | undefined;
  readonly language: CliLanguage;
}

/**
 * `onewindow pack import`: verifies a signed archive, then writes its pack into a folder, with what lint says of it, or
 * publishes it at a server, which lints it itself. Returns the exit code; 1 also for a folder whose pack has errors here.
 */
export async function runPackImport(input: PackImportInput): Promise<number> {
  const { into, server, language } = input;
  const opened = await open(input);
  if (typeof opened === 'number') return opened;
  if (into !== undefined) return writeInto(into, opened, input);
  if ((server ?? process.env['ONEWINDOW_SERVER']) !== undefined)
    return publishFiles({ ...input, files: opened.files });
  sayProblem({ kind: 'noTarget', folder: '' }, language);
  return exitCodes.unreadable;
}

async function open({ file, trust, language }: PackImportInput): Promise<OpenedArchive | number> {
  const missing = [file, trust].find((path) => !existsSync(path));
  if (missing !== undefined) {
    sayProblem({ kind: 'noFile', folder: missing }, language);
    return exitCodes.unreadable;
  }
  try {
    return await openArchive(readFileSync(file), readTrustedKeys(readFileSync(trust, 'utf8')));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.userMessage(language)} [${error.code}]\n`);
    return error.code === 'archiveKey' ? exitCodes.unreadable : exitCodes.refused;
  }
}

async function writeInto(
  folder: string,
  { files, manifest, keyId }: OpenedArchive,
  { departments: given, language }: PackImportInput,
): Promise<number> {
  const departments = readDepartments(given);
  if (departments === null) {
    sayProblem({ kind: 'departments', folder: given ?? '' }, language);
    return exitCodes.unreadable;
  }
  if (!writePackFolder(folder, files)) {
    sayProblem({ kind: 'notEmpty', folder }, language);
    return exitCodes.unreadable;
  }
  const findings = await lintPack(files, lintContext(departments.ids, departments.businessHours));
  sayDone('imported', language, { folder, pack: manifest.packCode, hash: manifest.contentHash, key: keyId });
  process.stdout.write(linesOfFindings(findings, language));
  return findings.some(({ severity }) => severity === 'error') ? exitCodes.refused : exitCodes.done;
}
