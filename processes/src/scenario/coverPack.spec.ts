import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { coverPack, type Way } from './coverPack.ts';

const way = (...activityIds: string[]): Way => ({
  visits: activityIds.map((activityId) => ({ activityId, left: true })),
  rules: [],
});

describe('what scenarios pass of a pack', async () => {
  const packs = new Map((await listSeedPacks()).map(({ packCode, files }) => [packCode, files]));
  const left = (list: readonly { readonly id: string; readonly passed: boolean }[]) =>
    list.filter(({ passed }) => !passed).map(({ id }) => id);

  it('is, of a theme, each item that was taken up, and each that waits after the one it waits for', async () => {
    // given one run in which the company was there already, and one in which it was registered first
    const theme = packs.get('theme-restaurant') ?? {};
    const there = way('scjg-food', 'csglw-signboard', 'xfjy-fire-check', 'swj-drainage');
    const alone = await coverPack(theme, [there]);
    assert.deepEqual(left(alone.nodes), ['scjg-company-setup']);
    assert.deepEqual(left(alone.flows), [
      'scjg-company-setup-scjg-food',
      'scjg-company-setup-csglw-signboard',
      'scjg-company-setup-xfjy-fire-check',
      'scjg-company-setup-swj-drainage',
    ]);
    const first = way('scjg-company-setup', 'scjg-food');
    const both = await coverPack(theme, [there, first]);
    assert.deepEqual(left(both.nodes), []);
    assert.deepEqual(left(both.flows), [
      'scjg-company-setup-csglw-signboard',
      'scjg-company-setup-xfjy-fire-check',
      'scjg-company-setup-swj-drainage',
    ]);
  });

  it('is, of any other pack, of its process and of its decision tables', async () => {
    const hotline = packs.get('hotline-12345') ?? {};
    const { nodes, flows, rules } = await coverPack(hotline, [
      {
        ...way('reported', 'register'),
        rules: [{ decision: 'hotline-12345-unit', rule: 'hotline-12345-unit-rule2' }],
      },
    ]);
    assert.deepEqual(
      [nodes, flows].map((list) => list.filter(({ passed }) => passed).map(({ id }) => id)),
      [['reported', 'register'], ['reportedToRegister']],
    );
    assert.deepEqual(
      rules.filter(({ passed }) => passed).map(({ row }) => row),
      [2],
    );
  });
});
