import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import dayjs from 'dayjs';
import type { PeriodRow } from '../../api/supervisionTypes.ts';
import { daysBetween } from './daysBetween.ts';
import { averageText, shareText, sortRows } from './periodTexts.ts';
import { spanIn, spanOf } from './presets.ts';

const row = (name: string, more: Partial<PeriodRow>): PeriodRow => ({
  department: { id: name, name, level: 'district' } as PeriodRow['department'],
  item: { packCode: 'x', name: { 'zh-CN': '事项', en: 'Item' }, limits: null },
  ...{ received: 0, accepted: 0, onTime: 0, late: 0, onTimeShare: null, averageWorkdays: null },
  ...more,
});

describe('figures of some days', () => {
  it('round the share down: only all on time is 100 %', () => {
    assert.deepEqual(
      [1, 0.9999, 0, null].map((onTimeShare) => shareText({ onTimeShare })),
      ['100.0%', '99.9%', '0.0%', '—'],
    );
    assert.deepEqual(
      [4.25, null].map((averageWorkdays) => averageText({ averageWorkdays })),
      ['4.3', '—'],
    );
  });

  it('begin with what was late', () => {
    const rows = [row('甲', { received: 9 }), row('乙', { late: 1 }), row('丙', { received: 3 })];
    assert.deepEqual(
      sortRows(rows).map(({ department }) => department.name),
      ['乙', '甲', '丙'],
    );
  });

  it('have usual spans, and every day of them', () => {
    const today = dayjs('2026-03-05');
    assert.deepEqual(spanOf('thisMonth', today), { from: '2026-03-01', to: '2026-03-05' });
    assert.deepEqual(spanOf('lastMonth', today), { from: '2026-02-01', to: '2026-02-28' });
    assert.deepEqual(spanOf('lastDays', today), { from: '2026-02-04', to: '2026-03-05' });
    assert.deepEqual(spanOf('thisYear', today), { from: '2026-01-01', to: '2026-03-05' });
    assert.deepEqual(daysBetween('2026-02-27', '2026-03-01'), ['2026-02-27', '2026-02-28', '2026-03-01']);
  });

  it('are named by the address: one that moves with the day, or its days', () => {
    const of = (address: string) => spanIn(new URLSearchParams(address));
    assert.deepEqual(of('span=lastMonth'), { preset: 'lastMonth', ...spanOf('lastMonth') });
    assert.deepEqual(of(''), { preset: 'thisMonth', ...spanOf('thisMonth') });
    const days = { from: '2020-01-03', to: '2020-01-09' };
    assert.deepEqual(of('from=2020-01-03&to=2020-01-09'), { preset: undefined, ...days });
  });
});
