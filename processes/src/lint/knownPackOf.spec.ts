import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listSeedPacks } from '../pack/readPackFolder.ts';
import { knownPackOf } from './knownPackOf.ts';
import { lintPack } from './lintPack.ts';
import { readItem } from './spoilPack.ts';

describe('knownPackOf', async () => {
  const food = (await listSeedPacks()).find(({ packCode }) => packCode === 'scjg-food')?.files ?? {};

  it('lets a theme be checked against a real pack', async () => {
    // given the theme, of whose items only the food license is published
    const packs = new Map([['scjg-food', knownPackOf(food)]]);
    const theme = {
      'pack.yaml': readItem('theme-restaurant').replace('scjg-food, step: inspect', 'scjg-food, step: taste'),
    };
    // when
    const found = await lintPack(theme, { departments: ['scjg'], roles: [], packs });
    // then the other items are missing, the visit is wrong, and the shared question is right
    const about = (code: string) => found.filter((entry) => entry.code === code).map(({ path }) => path);
    assert.deepEqual(about('themeItemUnknown'), [
      'theme.items.0.item',
      'theme.items.2.item',
      'theme.items.3.item',
    ]);
    assert.deepEqual(about('themeVisitStep'), ['theme.jointVisit.visits.0.step']);
    assert.deepEqual(about('themeQuestionField'), []);
  });
});
