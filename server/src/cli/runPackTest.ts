import { listSeedPacks, parsePack } from '@onewindow/processes';
import {
  openStage,
  type PackToPlay,
  playPacks,
  renderFailure,
  renderPlayed,
  renderSummary,
} from '../rehearsal/index.ts';
import { bootParts, type WantedParts } from './bootParts.ts';
import { type CliLanguage, readPackArgument, sayProblem } from './readPackArgument.ts';

const exitCodes = { passed: 0, failed: 1, unable: 2 } as const;

export interface PackTestInput {
  readonly folders: readonly string[];
  /** The packs that come with the product, besides those of `folders`. */
  readonly all: boolean;
  readonly only: string | undefined;
  readonly engineUrl: string | undefined;
  /** The embedded engine; undefined: as the environment says, else Camunda. */
  readonly engine: WantedParts['engine'];
  /** Folder that keeps the documents drawn, one of each kind. */
  readonly documents: string | undefined;
  readonly language: CliLanguage;
  /** Results as data instead of text. */
  readonly json: boolean;
}

/**
 * `onewindow pack test`: plays the scenarios of packs on a real engine and store.
 * Returns the exit code: 0 all passed, 1 one failed or a pack is refused, 2 a folder is no pack or nothing was named.
 */
export async function runPackTest(input: PackTestInput): Promise<number> {
  const packs = await packsOf(input);
  if (packs === undefined) return exitCodes.unable;
  if (packs.length === 0) {
    sayProblem({ kind: 'noneNamed', folder: '' }, input.language);
    return exitCodes.unable;
  }
  const { language, json } = input;
  const { parts, stop } = await bootParts({ engineUrl: input.engineUrl, engine: input.engine });
  try {
    const stage = await openStage(parts, { keepIn: input.documents });
    try {
      const results = await playPacks({
        stage,
        packs,
        only: input.only,
        onPlayed: (pack, played) => {
          if (!json) process.stdout.write(renderPlayed(pack.folder, played, language));
        },
      });
      if (json) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
      else {
        for (const { folder, failures } of results)
          for (const one of failures) process.stdout.write(renderFailure(folder, one, language));
        const engine = await stage.app.engine.getVersion();
        process.stdout.write(renderSummary(results, { language, engine, partly: input.only !== undefined }));
      }
      const failed = results.some(
        ({ failures, scenarios }) => failures.length > 0 || scenarios.some((one) => one.failures.length > 0),
      );
      return failed ? exitCodes.failed : exitCodes.passed;
    } finally {
      await stage.close();
    }
  } finally {
    await stop();
  }
}

async function packsOf(input: PackTestInput): Promise<PackToPlay[] | undefined> {
  const seeds = input.all ? await listSeedPacks() : [];
  const packs: PackToPlay[] = seeds.map(({ packCode, files }) => ({
    packCode,
    folder: `processes/${packCode}`,
    files,
  }));
  for (const folder of input.folders) {
    const read = await readPackArgument(folder);
    if ('problem' in read) {
      sayProblem(read.problem, input.language);
      return undefined;
    }
    packs.push({
      packCode: codeOf(read.files, folder),
      folder: folder.replace(/\/+$/, ''),
      files: read.files,
    });
  }
  return packs;
}

/** The code of a pack; that of one whose manifest cannot be read is its folder's name. */
function codeOf(files: PackToPlay['files'], folder: string): string {
  try {
    return parsePack(files).packCode;
  } catch {
    return folder.replace(/\/+$/, '').split('/').at(-1) ?? folder;
  }
}
