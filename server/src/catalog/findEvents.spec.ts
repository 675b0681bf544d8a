import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findEvents } from './findEvents.ts';

describe('life events in the search', () => {
  for (const [said, event] of [
    ['死亡殡葬', 'funeral'],
    ['身后事', 'funeral'],
    ['退休', 'retirement'],
    ['tuixiu', 'retirement'],
    ['syf', null],
    ['shs', 'funeral'],
    ['shbz', 'socialSecurity'],
    ['openacompany', null],
    ['settingup', 'establishment'],
    ['我要开公司', 'establishment'],
    ['消', null],
    ['en', null],
    ['消防', 'fireProtection'],
  ] as const) {
    it(`${said} names ${event ?? 'none'}`, () => {
      const found = findEvents(said, true);
      if (event === null) assert.deepEqual([...found], []);
      else assert.ok(found.has(event), [...found].join());
    });
  }

  it('an event that is only part of what is said is left out where the whole of it is asked for', () => {
    assert.deepEqual([...findEvents('食品经营许可', false)], []);
    assert.ok(findEvents('开公司', false).has('establishment'));
  });
});
