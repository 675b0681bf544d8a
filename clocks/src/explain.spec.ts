import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyClock, clock, pause, wall } from './clocks.fixture.ts';
import { computeDue } from './computeDue.ts';
import { explain } from './explain.ts';
import { defaultCalendar as calendar } from './loadCalendar.ts';

test('example F: start, each day left out with its reason, notice number, approver, count, due, light', () => {
  const input = clock('10 workday', '2026-11-02 09:00', {
    kind: 'statutory',
    pauses: [pause('2026-11-05 11:00', '2026-11-11 16:00')],
    extensions: [
      { amount: 10, approver: '王局长', documentNo: '延〔2026〕3号', requestedAt: wall('2026-11-20 10:00') },
    ],
  });
  const { lines, text } = explain(input, calendar, wall('2026-11-23 10:00'), 'zh-CN');

  assert.match(text, /^1\. 法定时限：10个工作日\n2\. 2026-11-02 09:00（星期一）开始/);
  assert.match(text, /经王局长批准延长10个工作日（文书号 延〔2026〕3号）/);
  assert.match(text, /2026-11-05 星期四，暂停：检验（文书号 特程〔2026〕1号）：不计入/);
  assert.match(text, /2026-11-07 星期六，休息日：不计入/);
  assert.match(text, /到期：2026-12-07 18:00（星期一）/);
  assert.match(text, /已计 9 日，共 20 日/);
  assert.match(text, /绿灯/);
  assert.equal(lines.filter(({ kind, reason }) => kind === 'excluded' && reason === 'pause').length, 5);
  assert.equal(lines.filter(({ kind }) => kind === 'counted').at(-1)?.count, 20);
  assert.equal(lines.filter(({ kind }) => kind === 'counted').at(-1)?.day, '2026-12-07');
});
test('hours of a department are named where the clock counts in them', () => {
  const businessHours = [
    { from: '08:30', to: '11:30' },
    { from: '14:00', to: '17:00' },
  ];
  const own = clock('4 workhour', '2026-11-20 16:30', { businessHours });
  const { text } = explain(own, calendar, wall('2026-11-23 09:00'), 'zh-CN');
  assert.match(text, /按本部门的办公时间计：08:30–11:30 14:00–17:00/);
  // Half an hour on Friday, three on Monday morning, half an hour in the afternoon.
  assert.match(text, /到期：2026-11-23 14:30（星期一）/);
  const usual = explain(clock('4 workhour', '2026-11-20 16:30'), calendar, wall('2026-11-23 09:00'), 'en');
  assert.doesNotMatch(usual.text, /own business hours/);
});
test('example B names holidays and make-up days, in English too', () => {
  const { text } = explain(clock('20 workday', '2026-09-14 15:00'), calendar, wall('2026-09-30 10:00'), 'en');

  assert.match(text, /2026-09-25 Friday, off for Mid-Autumn Festival: does not count/);
  assert.match(text, /2026-09-20 Sunday, worked as make-up for National Day: counts, day 5/);
  assert.match(text, /2026-10-10 Saturday, worked as make-up for National Day: counts, day 15/);
});
test('example K shows the corresponding day and the days by which it moves', () => {
  const input = clock('3 month', '2026-08-31 09:00', {
    pauses: [pause('2026-09-01 09:00', '2026-09-02 17:00')],
  });
  const { text } = explain(input, calendar, wall('2026-09-30 10:00'), 'zh-CN');

  assert.match(text, /对应日为 2026-11-30/);
  assert.match(text, /2026-09-01 星期二，暂停：检验/);
  assert.match(text, /2026-09-03 至 2026-12-02：计入，第 1 至 91 日/);
});
test('example D shows the roll, example H the paused span, example I why the next day', () => {
  const d = explain(clock('15 day', '2026-09-16 09:00'), calendar, wall('2026-09-30 10:00'), 'zh-CN');
  assert.equal(d.lines.filter(({ kind }) => kind === 'rolled').length, 7);
  const h = clock('24 hour', '2026-11-20 16:30', { pauses: [pause('2026-11-20 18:00', '2026-11-20 20:00')] });
  assert.match(
    explain(h, calendar, wall('2026-11-20 19:00'), 'zh-CN').text,
    /2026-11-20 18:00 至 2026-11-20 20:00 暂停：检验（文书号/,
  );
  assert.match(
    explain(clock('immediate', '2026-11-21 10:00'), calendar, wall('2026-11-21 11:00'), 'zh-CN').text,
    /顺延至下一工作日/,
  );
});
test('provisional dates, open pauses and pauses without effect are said', () => {
  const provisional = explain(
    clock('5 workday', '2026-12-29 10:00'),
    calendar,
    wall('2026-12-30 10:00'),
    'zh-CN',
  ).text;
  assert.match(provisional, /暂定：2026-12-31 之后的放假安排尚未公布/);
  assert.match(provisional, /2027-01-01 星期五，元旦法定假日：不计入/);
  const open = clock('5 workday', '2026-11-20 10:00', { pauses: [pause('2026-11-24 09:00')] });
  assert.match(
    explain(open, calendar, wall('2026-11-25 09:00'), 'zh-CN').text,
    /按现在（2026-11-25 09:00）恢复计算/,
  );
  const late = clock('5 workday', '2026-11-20 10:00', { pauses: [pause('2026-11-28 09:00')] });
  assert.match(explain(late, calendar, wall('2026-11-29 09:00'), 'zh-CN').text, /始于到期之后，不影响时限/);
});
test('whatever the clock: the last count is N, the due line is the due date, no place is left unfilled', () => {
  const units = ['workday', 'day', 'month', 'immediate', 'workhour', 'hour'] as const;
  fc.assert(
    fc.property(anyClock(units), (input) => {
      const due = computeDue(input, calendar);
      const { lines } = explain(input, calendar, input.startAt, 'zh-CN');
      assert.equal(lines.find(({ kind }) => kind === 'due')?.day, due.dueDay);
      const counts = lines.filter(({ kind }) => kind.startsWith('counted')).map(({ count }) => count ?? 0);
      const { limit } = input;
      if (limit.unit === 'workday' || limit.unit === 'day') assert.equal(counts.at(-1), limit.value);
      if (limit.unit === 'hour' || limit.unit === 'workhour') assert.equal(counts.at(-1), limit.value * 60);
      assert.deepEqual(
        counts,
        [...counts].sort((a, b) => a - b),
      );
      for (const { zh, en } of lines) assert.doesNotMatch(zh + en, /[{}]|undefined/);
    }),
    { numRuns: 500 },
  );
});
