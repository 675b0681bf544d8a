import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatLimit, type Limit, parseLimit } from '@onewindow/clocks';
import type { Dispatch } from '@onewindow/processes';
import { inUnitOf } from './inUnitOf.ts';
import { limitsOfFile } from './limitsOfFile.ts';

const limit = (text: string): Limit => parseLimit(text);
const name = { 'zh-CN': '名', en: 'name' };
const dispatch = {
  limits: { response: limit('2 hour'), disposal: limit('24 hour') },
  levels: [{ key: 'critical', name, limits: { disposal: limit('1 hour') } }],
  categories: [
    {
      key: 'facilities',
      code: '01',
      name,
      kind: 'component',
      limits: { disposal: limit('12 hour') },
      subcategories: [
        { key: 'cover', code: '01', name, limits: { response: limit('30 minute') } },
        { key: 'lamp', code: '02', name },
      ],
    },
  ],
} as unknown as Dispatch;

const said = (file: Parameters<typeof limitsOfFile>[1]) => {
  const { response, disposal } = limitsOfFile(dispatch, file);
  return [response, disposal].map((entry) => (entry === undefined ? 'none' : formatLimit(entry))).join(' | ');
};

describe('limits of a case file', () => {
  it('are those of urgency, subcategory, category and pack, each by itself, in this order', () => {
    assert.equal(said({}), '2 hour | 24 hour');
    assert.equal(said({ category: 'facilities' }), '2 hour | 12 hour');
    assert.equal(said({ category: 'facilities', subcategory: 'lamp' }), '2 hour | 12 hour');
    assert.equal(said({ category: 'facilities', subcategory: 'cover' }), '30 minute | 12 hour');
    assert.equal(
      said({ category: 'facilities', subcategory: 'cover', level: 'critical' }),
      '30 minute | 1 hour',
    );
  });
});

describe('a limit in the unit of another', () => {
  it('is converted where units are lengths of time, rounded down', () => {
    const rows: [string, string, string][] = [
      ['48 hour', '24 hour', '48 hour'],
      ['7 day', '24 hour', '168 hour'],
      ['36 hour', '7 day', '1 day'],
      ['12 hour', '7 day', 'none'],
      ['2 workday', '24 hour', 'none'],
      ['2 workday', '5 workday', '2 workday'],
    ];
    for (const [of, to, wanted] of rows) {
      const found = inUnitOf(limit(of), limit(to));
      assert.equal(found === undefined ? 'none' : formatLimit(found), wanted, `${of} in ${to}`);
    }
  });
});
