import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSheet } from 'read-excel-file/node';
import { maskValue } from '../cases/maskValue.ts';
import type { ExportTable } from './exportRows.ts';
import { writeCsv } from './writeCsv.ts';
import { writeXlsx } from './writeXlsx.ts';

const table: ExportTable = {
  headings: ['序号', '姓名', '银行账号', '实发金额（元）'],
  rows: [
    ['1', '=HYPERLINK("http://x","李")', '6214000011112222333', '400.00'],
    ['2', '+86 张三, 某村', '@SUM(A1)', '0.29'],
  ],
  sum: '400.29',
};

describe('the export of a payment list', () => {
  it('is CSV that a spreadsheet opens in Chinese and that runs no formula', () => {
    const text = Buffer.from(writeCsv(table)).toString('utf8');
    assert.equal(
      text,
      '\uFEFF序号,姓名,银行账号,实发金额（元）\r\n' +
        `1,"'=HYPERLINK(""http://x"",""李"")",6214000011112222333,400.00\r\n` +
        `2,"'+86 张三, 某村",'@SUM(A1),0.29\r\n` +
        '合计,,,400.29\r\n',
    );
  });

  it('is a workbook whose texts are texts and whose amounts are numbers', async () => {
    const rows = await readSheet(Buffer.from(await writeXlsx(table, '2026-12')));
    assert.deepEqual(rows[1], ['1', '=HYPERLINK("http://x","李")', '6214000011112222333', 400]);
    assert.deepEqual(rows[3], ['合计', null, null, 400.29]);
  });
});

describe('a covered value', () => {
  it('leaves what is needed to tell people apart, and no more', () => {
    assert.equal(maskValue('李秀英', 'name'), '李**');
    assert.equal(maskValue('11010519491231002X', 'idNumber'), '**************002X');
    assert.equal(maskValue('6214000011112222333', 'account'), '***************2333');
    assert.equal(maskValue('13900139000', 'phone'), '*******9000');
    assert.equal(maskValue('北京市大兴区黄村镇示例村一8号', 'address'), '北京市大兴区****');
    assert.equal(maskValue('轻度', 'none'), '轻度');
    assert.equal(maskValue('', 'name'), '');
  });
});
