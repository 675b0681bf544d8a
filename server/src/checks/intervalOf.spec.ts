import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatLimit } from '@onewindow/clocks';
import { listSeedPacks, parsePack } from '@onewindow/processes';
import { intervalOf } from './intervalOf.ts';

const seed = (await listSeedPacks()).find(({ packCode }) => packCode === 'scjg-special-equipment');
const [inspection] = parsePack(seed?.files ?? {}).checks;
assert.ok(inspection);
const { every } = inspection;
const intervalFor = (equipmentType: unknown) =>
  intervalOf(every, { values: { intake: { equipmentType } }, forms: {} });

describe('the interval of a periodic inspection of special equipment', () => {
  for (const [type, expected] of [
    ['elevator', '1 year'],
    ['boiler', '2 year'],
    ['pressureVessel', '3 year'],
    // a kind that no row names
    ['rocket', '1 year'],
  ] as const)
    it(`of kind ${type} is ${expected}`, () => {
      const interval = intervalFor(type);
      assert.equal(interval && formatLimit(interval), expected);
    });

  it('is unknown where the application does not say the kind', () => {
    assert.equal(intervalFor(undefined), undefined);
  });

  it('is none where no row fits and the pack names no other', () => {
    assert.ok('by' in every);
    const { otherwise: _, ...strict } = every;
    assert.equal(
      intervalOf(strict, { values: { intake: { equipmentType: 'rocket' } }, forms: {} }),
      undefined,
    );
  });
});
