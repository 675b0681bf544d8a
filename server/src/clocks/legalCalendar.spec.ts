import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chooseCalendar } from './legalCalendar.ts';

const product = fileURLToPath(new URL('../../../clocks/data/calendar-cn-2026.json', import.meta.url));

describe('the calendar that a server starts with', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-calendar-'));
  const file = join(folder, 'own.json');
  const text = readFileSync(product, 'utf8');
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is the product’s own, or the one of its file', () => {
    writeFileSync(file, text);
    assert.deepEqual(chooseCalendar(file), chooseCalendar(undefined));
  });

  it('is refused with file and line where hours overlap or a year has not its days: no clock runs by it', () => {
    const overlap = text.replace('"13:30"', '"11:30"');
    writeFileSync(file, overlap);
    const line = overlap.slice(0, overlap.indexOf('"from": "11:30"')).split('\n').length - 1;
    assert.throws(() => chooseCalendar(file), {
      message: `${file}:${line}: the business hours must ascend and must not overlap`,
    });
    writeFileSync(file, text.replace(/^.*"day": "2025-\d\d-\d\d".*\n/gm, ''));
    assert.throws(() => chooseCalendar(file), /own\.json:\d+: 2025 is published but has only \d+ days off/);
  });
});
