import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { listSeedPacks, makePack, PackError, type PackFiles, readMinimalPack } from '@onewindow/processes';
import { exitCodes } from './exitCodes.ts';
import { type CliLanguage, readPackArgument, sayProblem } from './readPackArgument.ts';
import { sayDone } from './sayDone.ts';
import { writePackFolder } from './writePackFolder.ts';

export interface PackNewInput {
  /** Folder to make; its name is the code unless `code` is given. */
  readonly folder: string;
  readonly code: string | undefined;
  readonly name: string;
  readonly nameEn: string;
  readonly department: string | undefined;
  /** Folder or code of the pack to start from; left out: the minimal one. */
  readonly template: string | undefined;
  readonly language: CliLanguage;
}

/** `onewindow pack new`: a folder with a new pack, made from a template. Returns the exit code. */
export async function runPackNew(input: PackNewInput): Promise<number> {
  const { folder, language } = input;
  const template = await readTemplate(input.template);
  if ('problem' in template) {
    sayProblem(template.problem, language);
    return exitCodes.unreadable;
  }
  const packCode = input.code ?? basename(folder);
  let files: PackFiles;
  try {
    const name = { 'zh-CN': input.name, en: input.nameEn };
    files = makePack(template.files, { packCode, name, department: input.department });
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    process.stderr.write(`${error.userMessage[language]}\n`);
    return exitCodes.refused;
  }
  if (!writePackFolder(folder, files)) {
    sayProblem({ kind: 'notEmpty', folder }, language);
    return exitCodes.unreadable;
  }
  sayDone('made', language, { folder, pack: packCode });
  return exitCodes.done;
}

/** A folder, else the code of a pack that comes with the product, else the minimal pack. */
async function readTemplate(template: string | undefined): ReturnType<typeof readPackArgument> {
  if (template === undefined) return { files: await readMinimalPack() };
  const seed = existsSync(template)
    ? undefined
    : (await listSeedPacks()).find(({ packCode }) => packCode === template);
  return seed === undefined ? readPackArgument(template) : { files: seed.files };
}
