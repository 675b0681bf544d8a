import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { coverPack, listSeedPacks, readScenarios, themesLast, type Way } from '@onewindow/processes';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { openStage, partsOfEnvironment, playScenario, type Stage } from './index.ts';

const packs = (await listSeedPacks()).map((seed) => ({ ...seed, ...readScenarios(seed.files) }));

/** `pack/scenario`, separated by commas: only these are played, and no coverage is asked for. */
const selection = process.env['SCENARIOS']?.split(',').filter((entry) => entry !== '') ?? [];
const isChosen = (packCode: string, key: string) =>
  selection.length === 0 || selection.includes(`${packCode}/${key}`);

/** Servers, each with a database and a clock of its own, that play side by side: much of a scenario is waiting. */
const lanes = selection.length > 0 ? 1 : 2;
/** The packs by lane, so that each has about as many scenarios. */
const packsOfLane = Array.from({ length: lanes }, (_, lane) =>
  [...packs]
    .sort((a, b) => b.scenarios.length - a.scenarios.length)
    .filter((_pack, at) => at % lanes === lane),
);

/** Every scenario of every pack that comes with the product, in each lane one after the other. */
describe('scenarios', { concurrency: lanes }, () => {
  it('that are chosen exist', () => {
    const known = packs.flatMap(({ packCode, scenarios }) =>
      scenarios.map(({ key }) => `${packCode}/${key}`),
    );
    assert.deepEqual(
      selection.filter((entry) => !known.includes(entry)),
      [],
    );
  });

  for (const [lane, own] of packsOfLane.entries())
    describe(`lane ${lane + 1}`, { concurrency: 1 }, () => playEach(own));
});

function playEach(own: typeof packs): void {
  let stage: Stage;
  const loaded = new Map<string, LoadedPack>();

  before(async () => {
    stage = await openStage(partsOfEnvironment());
    for (const { packCode, files } of themesLast(packs))
      loaded.set(packCode, await stage.publish(packCode, files));
  });
  after(() => stage.close());

  for (const { packCode, files, ...pack } of own) {
    const scenarios = pack.scenarios.filter(({ key }) => isChosen(packCode, key));
    if (scenarios.length === 0) continue;
    describe(packCode, () => {
      const ways: Way[] = [];
      for (const file of scenarios) {
        it(`${file.key}: ${file.scenario.name['zh-CN']}`, async () => {
          const played = await playScenario({ stage, loaded: loaded.get(packCode) as LoadedPack, file });
          ways.push(played.way);
          assert.deepEqual(
            played.failures.map(({ file: name, line, path, zh }) => `${name}:${line} ${path} ${zh}`),
            [],
          );
        });
      }

      if (selection.length > 0) return;
      it('every step, every flow and every row of a decision table is passed', async () => {
        const { nodes, flows, rules } = await coverPack(files, ways);
        const left = [...nodes, ...flows].filter(({ passed }) => !passed).map(({ id }) => id);
        const rows = rules.filter(({ passed }) => !passed).map(({ decision, row }) => `${decision} ${row}`);
        assert.deepEqual([...left, ...rows], []);
      });
    });
  }
}
