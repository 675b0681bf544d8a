import { listSeedPacks } from '@onewindow/processes';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { type BenchLine, benchLine, median, percentile, round } from '../benchLine.ts';
import { timeEach } from '../inParallel.ts';
import { publish, renamePack } from './benchPack.ts';

type Files = { path: string; text: string }[];

/** Seconds in which so many packs are published one after another through the API: lint, deployment and commit of each. */
export async function measurePublish(
  designer: ApiClient,
  options: { packs: number; seconds: number },
): Promise<BenchLine> {
  const seeds = await seedFiles();
  const each: number[] = [];
  for (let at = 0; at < options.packs; at += 1) {
    const [code, files] = seeds[at % seeds.length] as [string, Files];
    const copy = `bench-copy-${at}`;
    const began = performance.now();
    await publish(designer, copy, renamePack(files, code, copy));
    each.push(performance.now() - began);
  }
  return benchLine({
    name: 'publish',
    numerator: each.reduce((sum, one) => sum + one, 0) / 1000,
    denominator: options.seconds,
    unit: `seconds for ${options.packs} packs, of those allowed`,
    samples: { numerator: each.length, denominator: 1 },
    target: { max: 1 },
    details: { millisecondsAPack: { p50: round(median(each)), p95: round(percentile(each, 0.95)) } },
  });
}

/** Milliseconds of the lint of one whole pack through the API, warm: the slowest pack's median counts. */
export async function measureLint(designer: ApiClient, options: { calls: number }): Promise<BenchLine> {
  const medians: Record<string, number> = {};
  for (const [code, files] of await seedFiles()) {
    const lint = (): Promise<Json> => designer.post(`/packs/${code}/lint`, { files });
    await timeEach(5, lint);
    medians[code] = round(median(await timeEach(options.calls, lint)));
  }
  const slowest = Math.max(...Object.values(medians));
  return benchLine({
    name: 'lint',
    numerator: slowest,
    denominator: 300,
    unit: 'milliseconds a pack, of those allowed',
    samples: { numerator: options.calls, denominator: 1 },
    target: { max: 1 },
    details: { millisecondsByPack: medians },
  });
}

async function seedFiles(): Promise<[string, Files][]> {
  return (await listSeedPacks()).map(({ packCode, files }) => [
    packCode,
    Object.entries(files).map(([path, text]) => ({ path, text })),
  ]);
}
