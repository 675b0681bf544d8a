import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDay, formatInstant, formatSize } from './formats.ts';

describe('dates on the screen', () => {
  it('are Shanghai dates whatever the zone of the instant', () => {
    assert.match(formatInstant('2026-11-23T16:30:00Z', 'zh-CN'), /2026\/11\/24 00:30/);
    assert.match(formatDay('2026-11-23T16:30:00Z', 'zh-CN'), /2026\/11\/24/);
  });

  it('keep a legal day as it is', () => {
    assert.match(formatDay('2026-11-27', 'zh-CN'), /2026\/11\/27/);
    assert.match(formatDay('2026-11-27', 'en'), /27 Nov 2026/);
  });

  it('show a dash for what is not there', () => {
    assert.equal(formatInstant(null, 'en'), '—');
  });
});

describe('sizes on the screen', () => {
  it('use the unit that people read', () => {
    assert.deepEqual(
      [formatSize(12), formatSize(20_480), formatSize(3_500_000)],
      ['12 B', '20 KB', '3.3 MB'],
    );
  });
});
