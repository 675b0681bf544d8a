import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseAssignee } from './chooseAssignee.ts';

const members = ['an', 'bo', 'chen'];
const all = new Set(members);
const noLoad = new Map<string, number>();
const areas = [
  { division: 't005', userId: 'an' },
  { division: 'v005901', userId: 'bo' },
  { division: 't006', userId: 'chen' },
];

describe('automatic assignment', () => {
  it('in turn: everybody once, in the order chosen, who is away is passed over', () => {
    const turns: string[] = [];
    let lastUserId = '';
    for (let turn = 0; turn < 5; turn += 1) {
      const available = turn === 2 ? new Set(['an', 'bo']) : all;
      const rule = { method: 'roundRobin' as const, members, areas: [], lastUserId };
      const chosen = chooseAssignee({ rule, available, loadOf: noLoad, area: {} });
      lastUserId = 'userId' in chosen ? chosen.userId : '';
      turns.push(lastUserId);
    }
    assert.deepEqual(turns, ['an', 'bo', 'an', 'bo', 'chen']);
  });

  it('by load: the fewest open tasks, among equals in turn', () => {
    const rule = { method: 'leastLoad' as const, members, areas: [], lastUserId: 'an' };
    const loads = (an: number, bo: number, chen: number) => new Map(Object.entries({ an, bo, chen }));
    assert.deepEqual(chooseAssignee({ rule, available: all, loadOf: loads(3, 2, 2), area: {} }), {
      userId: 'bo',
    });
    assert.deepEqual(chooseAssignee({ rule, available: all, loadOf: loads(1, 2, 2), area: {} }), {
      userId: 'an',
    });
  });

  it('by area: the village before the town; uncovered or away is said, not passed to somebody', () => {
    const rule = { method: 'byArea' as const, members, areas };
    const choose = (area: { town?: string; village?: string }, available = all) =>
      chooseAssignee({ rule, available, loadOf: noLoad, area });
    assert.deepEqual(choose({ town: 't005', village: 'v005901' }), { userId: 'bo' });
    assert.deepEqual(choose({ town: 't005', village: 'v005902' }), { userId: 'an' });
    assert.deepEqual(choose({ town: 't009' }), { none: 'areaUncovered' });
    assert.deepEqual(choose({}), { none: 'areaUncovered' });
    assert.deepEqual(choose({ town: 't006' }, new Set(['an'])), { none: 'areaUncovered' });
  });

  it('says so when nobody is there', () => {
    const rule = { method: 'roundRobin' as const, members, areas: [] };
    assert.deepEqual(chooseAssignee({ rule, available: new Set(), loadOf: noLoad, area: {} }), {
      none: 'nobodyThere',
    });
  });
});
