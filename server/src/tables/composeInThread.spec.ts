import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSheet } from 'read-excel-file/node';
import { writeWorkbook } from './writeTable.ts';

describe('a workbook of many rows', () => {
  it('is written beside the server, which goes on meanwhile, and says what it was given', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => [`办件${at}`, at, null]);
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 5);
    const bytes = await writeWorkbook([{ sheet: '办件', headings: ['名称', '数', '空'], rows }]);
    clearInterval(counting);
    assert.ok(turns > 3, `${turns} turns while it was written`);
    const [head, first, ...rest] = await readSheet(Buffer.from(bytes), '办件');
    assert.deepEqual(
      [head, first?.slice(0, 2)],
      [
        ['名称', '数', '空'],
        ['办件0', 0],
      ],
    );
    assert.equal(rest.length, 4_999);
  });
});
