import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClockInput } from './clockInput.ts';
import { clock, pause, wall } from './clocks.fixture.ts';
import { defaultEscalationChain, escalationChainSchema, escalationPlan } from './escalation.ts';
import { defaultCalendar as calendar } from './loadCalendar.ts';
import { shanghaiTime } from './shanghaiTime.ts';

const A = clock('5 workday', '2026-11-20 10:00');
const plan = (input: ClockInput) =>
  escalationPlan(input, defaultEscalationChain, calendar).map(
    ({ stepKey, dueAt }) => `${stepKey} ${shanghaiTime(dueAt)}`,
  );

test('yellow, red, and three working days after red', () => {
  assert.deepEqual(plan(A), [
    'yellow 2026-11-26 00:00',
    'red 2026-11-27 18:01',
    'supervise 2026-12-02 18:00',
  ]);
});
test('an extension plans the steps anew', () => {
  const extensions = [{ amount: 5, approver: '王局长', requestedAt: wall('2026-11-25 10:00') }];
  assert.deepEqual(plan({ ...A, extensions }), [
    'yellow 2026-12-03 00:00',
    'red 2026-12-04 18:01',
    'supervise 2026-12-09 18:00',
  ]);
});
test('an open pause withdraws what is still to come and keeps what came before it', () => {
  assert.deepEqual(plan({ ...A, pauses: [pause('2026-11-24 10:00')] }), []);
  const early = { ...A, thresholds: { workdays: 4, percent: 80 }, pauses: [pause('2026-11-25 10:00')] };
  assert.deepEqual(plan(early), ['yellow 2026-11-23 00:00']);
  const chain = [{ key: 'late', at: { after: 'yellow' as const, workdays: 2 }, notify: ['head' as const] }];
  assert.deepEqual(escalationPlan(early, chain, calendar), []);
  assert.equal(escalationPlan({ ...early, pauses: [] }, chain, calendar).length, 1);
});
test('after the clock has stopped only what fell due before remains', () => {
  assert.deepEqual(plan({ ...A, stoppedAt: wall('2026-11-26 10:00') }), ['yellow 2026-11-26 00:00']);
  assert.deepEqual(plan({ ...A, stoppedAt: wall('2026-11-30 10:00') }), [
    'yellow 2026-11-26 00:00',
    'red 2026-11-27 18:01',
  ]);
});
test('a chain has unique keys and somebody to notify', () => {
  assert.equal(escalationChainSchema.safeParse(defaultEscalationChain).success, true);
  assert.equal(
    escalationChainSchema.safeParse([...defaultEscalationChain, defaultEscalationChain[0]]).success,
    false,
  );
  assert.equal(escalationChainSchema.safeParse([{ key: 'a', at: 'red', notify: [] }]).success, false);
  assert.equal(
    escalationChainSchema.safeParse([{ key: 'a', at: { after: 'red', workdays: 0 }, notify: ['head'] }])
      .success,
    false,
  );
});
