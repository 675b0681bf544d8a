import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { contentHash, PackError, type PackFiles, parsePack } from '@onewindow/processes';
import { keyIdOf, readSigningKey } from '../archive/signingKey.ts';
import { writeArchive } from '../archive/writeArchive.ts';
import { AppError } from '../errors/appError.ts';
import { exitCodes } from './exitCodes.ts';
import { type CliLanguage, readPackArgument, sayProblem } from './readPackArgument.ts';
import { sayDone } from './sayDone.ts';
import { withServer } from './withServer.ts';

export interface PackExportInput {
  /** A folder, or `code` or `code@version` of a pack at the server. */
  readonly source: string;
  readonly output: string;
  /** PEM file with the Ed25519 key that signs; its passphrase is ONEWINDOW_KEY_PASSPHRASE. */
  readonly key: string;
  readonly server: string | undefined;
  readonly language: CliLanguage;
}

/** `onewindow pack export`: one signed zip of a pack. Returns the exit code. */
export async function runPackExport(input: PackExportInput): Promise<number> {
  const { source, language } = input;
  const named = /^([a-z][a-z0-9-]*)(?:@(\d+))?$/.exec(source);
  if (
    existsSync(source) ||
    named === null ||
    (input.server ?? process.env['ONEWINDOW_SERVER']) === undefined
  ) {
    const read = await readPackArgument(source);
    if (!('problem' in read)) return write(input, read.files, null);
    sayProblem(read.problem, language);
    return exitCodes.unreadable;
  }
  const [, packCode = '', version] = named;
  return withServer({
    ...input,
    act: async (session) => {
      const path = version === undefined ? `/packs/${packCode}` : `/packs/${packCode}/versions/${version}`;
      const pack = await session.send('GET', path);
      const files = (pack['files'] as { path: string; text: string }[]).map(({ path, text }) => [path, text]);
      return write(input, Object.fromEntries(files) as PackFiles, Number(pack['version']));
    },
  });
}

async function write(
  { output, key: keyFile, language }: PackExportInput,
  files: PackFiles,
  version: number | null,
): Promise<number> {
  if (!existsSync(keyFile)) {
    sayProblem({ kind: 'noFile', folder: keyFile }, language);
    return exitCodes.unreadable;
  }
  try {
    const key = readSigningKey(readFileSync(keyFile, 'utf8'), process.env['ONEWINDOW_KEY_PASSPHRASE']);
    writeFileSync(output, await writeArchive({ files, version, key }));
    const { packCode } = parsePack(files);
    sayDone('exported', language, {
      file: output,
      pack: packCode,
      hash: contentHash(files),
      key: keyIdOf(key),
    });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof AppError) process.stderr.write(`${error.userMessage(language)} [${error.code}]\n`);
    else if (error instanceof PackError) process.stderr.write(`${error.userMessage[language]}\n`);
    else throw error;
    return error instanceof PackError ? exitCodes.refused : exitCodes.unreadable;
  }
}
