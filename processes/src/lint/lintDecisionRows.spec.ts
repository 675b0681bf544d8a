import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InputDomain } from '../dmn/partitionInput.ts';
import type { Decision, DecisionTable } from '../dmn/readDmn.ts';
import { lintTable } from './lintDecisionRows.ts';

function decision(hitPolicy: string, inputs: string[], rows: string[][]): Decision {
  const table: DecisionTable = {
    hitPolicy,
    inputs,
    columns: inputs.map(() => ({ label: '', type: '', allowed: '' })),
    outputs: [{ name: 'result', type: 'string' }],
    rules: rows.map((cells, at) => ({
      id: `r${at}`,
      description: '',
      inputs: cells.slice(0, -1),
      outputs: cells.slice(-1),
    })),
  };
  return { id: 'table', name: '表', file: 'routing.dmn', historyTimeToLive: 'P1D', requires: [], table };
}

const level: ReadonlyMap<string, InputDomain> = new Map([['level', { values: ['I', 'II', 'III'] }]]);
const codes = (found: ReturnType<typeof lintTable>) => found.map(({ code }) => code);

describe('lintTable', () => {
  it('names values that no row covers', () => {
    // given a table without a row for level II above 60
    const table = decision(
      'UNIQUE',
      ['level', 'area'],
      [
        ['"I", "III"', '-', '"a"'],
        ['"II"', '<= 60', '"b"'],
      ],
    );
    // when
    const [gap, ...others] = lintTable(table, level);
    // then
    assert.deepEqual(codes(others), []);
    assert.equal(gap?.code, 'dmnGap');
    assert.match(gap?.en ?? '', /level = "II", area > 60/);
  });

  it('is content without a row for everything else where every case is covered', () => {
    const table = decision(
      'UNIQUE',
      ['level', 'area'],
      [
        ['"I", "III"', '-', '"a"'],
        ['"II"', '<= 60', '"b"'],
        ['"II"', '> 60', '"c"'],
      ],
    );
    assert.deepEqual(lintTable(table, level), []);
  });

  it('reckons with days, and with a day that is not given unless the form asks for it', () => {
    const table = (last: string) =>
      decision(
        'UNIQUE',
        ['date(from)'],
        [
          ['< date("2026-01-01")', '"old"'],
          [`[date("2026-01-01")..date("${last}")]`, '"now"'],
          ['> date("2026-06-30")', '"late"'],
        ],
      );
    const required = new Map([['from', { required: true }]]);
    assert.deepEqual(lintTable(table('2026-06-30'), required), []);
    assert.match(lintTable(table('2026-06-30'), new Map())[0]?.en ?? '', /date\(from\) = ""/);
    assert.match(lintTable(table('2026-06-29'), required)[0]?.en ?? '', /date\(from\) = 2026-06-30/);
    assert.deepEqual(codes(lintTable(table('2026-07-01'), required)), ['dmnOverlap']);
  });

  it('lets rows of ANY overlap where they say the same', () => {
    const rows = [
      ['"I"', '-', '"a"'],
      ['-', '< 3', '"a"'],
      ['-', '-', '"a"'],
    ];
    assert.deepEqual(lintTable(decision('ANY', ['level', 'area'], rows), level), []);
    rows[2] = ['-', '-', '"b"'];
    const found = lintTable(decision('ANY', ['level', 'area'], rows), level);
    assert.deepEqual(codes(found), ['dmnOverlap', 'dmnOverlap']);
  });

  it('sees a row that several rows before it cover only together', () => {
    const found = lintTable(
      decision(
        'FIRST',
        ['area'],
        [
          ['< 10', '"a"'],
          ['>= 5', '"b"'],
          ['[3..20]', '"c"'],
        ],
      ),
      new Map(),
    );
    assert.deepEqual(codes(found), ['dmnRowShadowed']);
    assert.match(found[0]?.zh ?? '', /第 3 行/);
  });

  it('says so where a table is too complex to be checked', () => {
    // given twelve pigeons and eleven holes, one flag for each pair
    const holes = 11;
    const flags = Array.from({ length: (holes + 1) * holes }, (_, at) => `flag${at}`);
    const domains = new Map(flags.map((name) => [name, { values: [true, false] }]));
    const row = (asked: number[], value: string) => [
      ...flags.map((_, at) => (asked.includes(at) ? value : '-')),
      '"x"',
    ];
    const pigeons = Array.from({ length: holes + 1 }, (_, pigeon) => pigeon);
    const each = Array.from({ length: holes }, (_, hole) => hole);
    const rows = [
      ...pigeons.map((pigeon) =>
        row(
          each.map((hole) => pigeon * holes + hole),
          'false',
        ),
      ),
      ...pigeons.flatMap((one) =>
        pigeons
          .slice(one + 1)
          .flatMap((other) => each.map((hole) => row([one * holes + hole, other * holes + hole], 'true'))),
      ),
    ];
    // then
    assert.deepEqual(codes(lintTable(decision('COLLECT', flags, rows), domains)), ['dmnTooComplex']);
  });
});
