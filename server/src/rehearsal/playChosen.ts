import { coverPack, type PackCoverage, type PackFiles, readScenarios } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { Failure } from './failure.ts';
import { publishOrTell } from './playPacks.ts';
import { type Played, playScenario } from './playScenario.ts';
import { publishAround } from './publishAround.ts';
import type { Stage } from './stage.ts';

const nothing: PackCoverage = { nodes: [], flows: [], rules: [] };

/** Publishes files on a stage and plays the scenarios named, one after the other; what they passed is the coverage. */
export async function playChosen(options: {
  app: AppContext;
  stage: Stage;
  packCode: string;
  files: PackFiles;
  keys: readonly string[];
  onPlayed: (played: Omit<Played, 'way'>) => Promise<void>;
}): Promise<{ failures: readonly Failure[]; coverage: PackCoverage }> {
  const { app, stage, packCode, files, keys, onPlayed } = options;
  await publishAround(app, stage, files);
  const loaded = await publishOrTell(stage, { packCode, folder: '', files });
  if (Array.isArray(loaded)) return { failures: loaded, coverage: nothing };
  const ways: Played['way'][] = [];
  for (const file of readScenarios(files).scenarios) {
    if (!keys.includes(file.key)) continue;
    const { way, ...played } = await playScenario({ stage, loaded, file });
    ways.push(way);
    await onPlayed(played);
  }
  return { failures: [], coverage: await coverPack(files, ways).catch(() => nothing) };
}
