import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { coverPack, listSeedPacks, readScenarios, themesLast, type Visit } from '@onewindow/processes';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { openStage, partsOfEnvironment, playScenario, type Stage } from './index.ts';

const packs = (await listSeedPacks()).map((seed) => ({ ...seed, ...readScenarios(seed.files) }));

/** Every scenario of every pack that comes with the product, one after the other on one server. */
describe('scenarios', () => {
  let stage: Stage;
  const loaded = new Map<string, LoadedPack>();

  before(async () => {
    stage = await openStage(partsOfEnvironment());
    for (const { packCode, files } of themesLast(packs))
      loaded.set(packCode, await stage.publish(packCode, files));
  });
  after(() => stage.close());

  for (const { packCode, files, scenarios } of packs) {
    if (scenarios.length === 0) continue;
    describe(packCode, () => {
      const runs: (readonly Visit[])[] = [];
      for (const file of scenarios) {
        it(`${file.key}: ${file.scenario.name['zh-CN']}`, async () => {
          const played = await playScenario({ stage, loaded: loaded.get(packCode) as LoadedPack, file });
          runs.push(played.visits);
          assert.deepEqual(
            played.failures.map(({ file: name, line, path, zh }) => `${name}:${line} ${path} ${zh}`),
            [],
          );
        });
      }

      it('every step and every flow is passed', async () => {
        const { nodes, flows } = await coverPack(files, runs);
        assert.deepEqual(
          [...nodes, ...flows].filter(({ passed }) => !passed).map(({ id }) => id),
          [],
        );
      });
    });
  }
});
