import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expandGiven } from './expandGiven.ts';

const given = {
  shop: { name: '某店', size: { area: 20, rooms: 2 }, items: [1, 2] },
  large: { $given: 'shop', size: { area: 200 } },
  circle: { $given: 'circle' },
};

const expanded = (value: unknown) => expandGiven(value, given).value;

describe('blocks of given.yaml', () => {
  it('are put in wherever they are referred to, lists included', () => {
    assert.deepEqual(expanded({ form: { $given: 'shop' } }), { form: given.shop });
    assert.deepEqual(expanded([{ $given: 'shop' }]), [given.shop]);
  });

  it('are changed by the keys beside: maps merged, lists and values replaced, null removed', () => {
    assert.deepEqual(expanded({ $given: 'shop', name: null, size: { rooms: 3 }, items: [3] }), {
      size: { area: 20, rooms: 3 },
      items: [3],
    });
  });

  it('may use blocks themselves, and be laid one over the other', () => {
    assert.deepEqual(expanded({ $given: 'large' }), { ...given.shop, size: { area: 200, rooms: 2 } });
    assert.deepEqual(expanded({ $given: ['large', 'shop'] }), given.shop);
  });

  it('that are not there, or go round in a circle, are told with their place', () => {
    assert.deepEqual(expandGiven({ steps: [{ form: { $given: 'nobody' } }] }, given).unknown, [
      { name: 'nobody', path: ['steps', 0, 'form', '$given'] },
    ]);
    assert.equal(expandGiven({ $given: 'circle' }, given).unknown[0]?.name, 'circle');
  });

  it('that are used are named', () => {
    assert.deepEqual([...expandGiven({ $given: 'large' }, given).used].sort(), ['large', 'shop']);
  });
});
