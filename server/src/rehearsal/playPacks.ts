import {
  coverPack,
  type Finding,
  type PackCoverage,
  type PackFiles,
  readScenarios,
  themesLast,
} from '@onewindow/processes';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { AppError } from '../errors/appError.ts';
import { type Failure, failure } from './failure.ts';
import { type Played, playScenario } from './playScenario.ts';
import type { Stage } from './stage.ts';

export interface PackToPlay {
  readonly packCode: string;
  /** Folder as named on the command line. */
  readonly folder: string;
  readonly files: PackFiles;
}

/** How the scenarios of one pack went, and which parts of it they passed. */
export interface PackPlayed {
  readonly packCode: string;
  readonly folder: string;
  /** What kept the pack from being played at all. */
  readonly failures: readonly Failure[];
  readonly scenarios: readonly Omit<Played, 'way'>[];
  readonly coverage: PackCoverage;
}

/**
 * Publishes the packs, then plays their scenarios one after the other; `only` keeps those whose file name or name
 * contains it. Tells each as soon as it is over. Never throws for what packs hold.
 */
export async function playPacks(options: {
  stage: Stage;
  packs: readonly PackToPlay[];
  only?: string | undefined;
  onPlayed?: (pack: PackToPlay, played: Played) => void;
}): Promise<PackPlayed[]> {
  const { stage, packs, only = '', onPlayed } = options;
  const published = new Map<string, LoadedPack | Failure[]>();
  for (const pack of themesLast(packs)) published.set(pack.folder, await publishOrTell(stage, pack));
  const results: PackPlayed[] = [];
  for (const pack of packs) {
    const loaded = published.get(pack.folder);
    const played: Played[] = [];
    if (loaded !== undefined && !Array.isArray(loaded)) {
      for (const file of readScenarios(pack.files).scenarios) {
        const names = [file.key, ...Object.values(file.scenario.name)];
        if (!names.some((name) => name.includes(only))) continue;
        const one = await playScenario({ stage, loaded, file });
        onPlayed?.(pack, one);
        played.push(one);
      }
    }
    results.push({
      packCode: pack.packCode,
      folder: pack.folder,
      failures: Array.isArray(loaded) ? loaded : [],
      scenarios: played.map(({ way: _way, ...rest }) => rest),
      coverage: await coverPack(
        pack.files,
        played.map(({ way }) => way),
      ).catch(() => ({ nodes: [], flows: [], rules: [] })),
    });
  }
  return results;
}

/** Publishes a pack, or tells as failures why it cannot be. */
export async function publishOrTell(stage: Stage, pack: PackToPlay): Promise<LoadedPack | Failure[]> {
  try {
    return await stage.publish(pack.packCode, pack.files);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const findings = ((error.extra['findings'] ?? []) as Finding[]).filter(
      ({ severity }) => severity === 'error',
    );
    const wrong = { file: 'pack.yaml', line: 1, path: '' };
    const said = error.userMessage('zh-CN');
    if (findings.length === 0) return [{ ...wrong, ...failure('packRefused', { detail: said }) }];
    return findings.map(({ file, path = '', zh, en }) => ({
      code: 'packRefused',
      file,
      line: 1,
      path,
      zh,
      en,
    }));
  }
}
