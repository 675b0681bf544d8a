import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LightCell } from '../../api/supervisionTypes.ts';
import { crossOf } from './crossOf.ts';

const cell = (id: string, level: string, packCode: string, lights: Partial<LightCell>): LightCell => ({
  department: { id, name: id, level } as LightCell['department'],
  item: { packCode, name: { 'zh-CN': packCode, en: packCode } },
  ...{ red: 0, yellow: 0, green: 0, paused: 0 },
  ...lights,
});

describe('lights by department, level and item', () => {
  const cross = crossOf([
    cell('t005', 'town', 'subsidy', { green: 4, yellow: 1 }),
    cell('scjg', 'district', 'food', { green: 3 }),
    cell('scjg', 'district', 'setup', { red: 2 }),
    cell('wjw', 'district', 'food', { red: 1, paused: 1 }),
    cell('v1', 'village', 'subsidy', { green: 1 }),
  ]);

  it('begin with the district, within a level with the reddest', () => {
    assert.deepEqual(
      cross.levels.map(({ level, rows }) => [level, rows.map(({ department }) => department.id)]),
      [
        ['district', ['scjg', 'wjw']],
        ['town', ['t005']],
        ['village', ['v1']],
      ],
    );
    assert.deepEqual(
      cross.items.map(({ packCode }) => packCode),
      ['setup', 'food', 'subsidy'],
    );
  });

  it('add up: cells to rows and columns, these to levels and the whole', () => {
    assert.deepEqual(cross.total, { red: 3, yellow: 1, green: 8, paused: 1 });
    assert.deepEqual(cross.levels[0]?.total, { red: 3, yellow: 0, green: 3, paused: 1 });
    assert.deepEqual(cross.levels[0]?.cells.get('food'), { red: 1, yellow: 0, green: 3, paused: 1 });
    assert.deepEqual(cross.items[1]?.total, { red: 1, yellow: 0, green: 3, paused: 1 });
    assert.equal(cross.levels[0]?.rows[1]?.cells.get('setup'), undefined);
  });
});
