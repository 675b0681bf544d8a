import { PackError, type PackFiles, parsePack } from '@onewindow/processes';
import { exitCodes } from './exitCodes.ts';
import { type CliLanguage, readPackArgument, sayProblem } from './readPackArgument.ts';
import { ServerRefusal, type ServerSession } from './ServerSession.ts';
import { sayDone } from './sayDone.ts';
import { withServer } from './withServer.ts';

export interface PackPublishInput {
  readonly folder: string;
  readonly server: string | undefined;
  /** Version that the folder was made from; 0 for a new pack. */
  readonly base: number;
  readonly note: string;
  readonly language: CliLanguage;
}

/** `onewindow pack publish`: a folder as the next version of its pack. Returns the exit code. */
export async function runPackPublish(input: PackPublishInput): Promise<number> {
  const read = await readPackArgument(input.folder);
  if ('problem' in read) {
    sayProblem(read.problem, input.language);
    return exitCodes.unreadable;
  }
  return publishFiles({ ...input, files: read.files });
}

/** Publishes files, wherever they come from. Returns the exit code. */
export async function publishFiles(
  input: Omit<PackPublishInput, 'folder'> & { readonly files: PackFiles },
): Promise<number> {
  const { files, base, note, language } = input;
  let packCode: string;
  try {
    packCode = parsePack(files).packCode;
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    process.stderr.write(`${error.userMessage[language]}\n`);
    return exitCodes.refused;
  }
  return withServer({
    ...input,
    act: async (session) => {
      const body = {
        files: Object.entries(files).map(([path, text]) => ({ path, text })),
        baseVersion: base,
        note,
      };
      const published = await session.send('POST', `/packs/${packCode}/versions`, body);
      sayDone('published', language, {
        pack: packCode,
        version: Number(published['version']),
        hash: String(published['hash']),
      });
      return exitCodes.done;
    },
  });
}

/** Number of the live version at the server; 0 where the pack is not published. Throws ServerRefusal. */
export async function liveVersion(session: ServerSession, packCode: string): Promise<number> {
  try {
    const { items } = await session.send('GET', `/packs/${packCode}/versions`);
    const [live] = items as { version: number }[];
    return live?.version ?? 0;
  } catch (error) {
    if (error instanceof ServerRefusal && error.status === 404) return 0;
    throw error;
  }
}
