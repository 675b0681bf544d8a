import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultCalendar, parseLimit } from '@onewindow/clocks';
import { renewalWindow } from './renewalWindow.ts';

const rule = (latest: string, earliest?: string) => ({
  latest: parseLimit({ limit: latest, cite: '《某办法》第九条' }),
  startsFrom: 'decision' as const,
  ...(earliest === undefined ? {} : { earliest: parseLimit(earliest) }),
});

describe('when a renewal may be asked for', () => {
  it('lies between the earliest and the latest day before expiry', () => {
    const window = renewalWindow(rule('30 day', '3 month'), '2030-11-01', defaultCalendar);
    assert.deepEqual([window?.from, window?.latest], ['2030-08-01', '2030-10-02']);
    assert.equal(window?.rule['zh-CN'], '《某办法》第九条有效期届满前3个月至30个自然日申请延续');
  });

  it('is counted in working days where the rule says so', () => {
    const window = renewalWindow(rule('15 workday', '90 workday'), '2026-11-27', defaultCalendar);
    assert.equal(window?.latest, '2026-11-06');
    assert.equal(window?.from, '2026-07-20');
  });

  it('has no beginning without an earliest day, and is unknown without a rule', () => {
    assert.equal(renewalWindow(rule('30 day'), '2030-11-01', defaultCalendar)?.from, undefined);
    assert.equal(renewalWindow(undefined, '2030-11-01', defaultCalendar), undefined);
  });
});
