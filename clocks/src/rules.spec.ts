import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import calendarData from '../data/calendar-cn-2026.json' with { type: 'json' };
import { ClockError } from './ClockError.ts';
import { clockInputSchema } from './clockInput.ts';
import { clock, pause, wall } from './clocks.fixture.ts';
import { computeDue } from './computeDue.ts';
import { deemedAcceptance } from './deemedAcceptance.ts';
import { extendClock } from './extendClock.ts';
import { lightOf } from './lightOf.ts';
import { lightSchedule } from './lightSchedule.ts';
import { formatLimit, parseLimit } from './limit.ts';
import { defaultCalendar as calendar, loadCalendar } from './loadCalendar.ts';
import { recomputeDue } from './recomputeDue.ts';
import { renewalDue } from './renewalDue.ts';
import { assertPauseGround, ruleSetOf } from './ruleSets.ts';
import { shanghaiTime } from './shanghaiTime.ts';
import { acceptanceClock, deliveryClock, publicationClock } from './startClocks.ts';
import { textCatalogue } from './texts.ts';

const license = ruleSetOf('administrative-license');
const code = (expected: string) => (error: unknown) => error instanceof ClockError && error.code === expected;

describe('the rule set of the Administrative License Law', () => {
  test("has the law's numbers", () => {
    assert.equal(formatLimit(license.statutory), '20 workday');
    assert.equal(license.joint && formatLimit(license.joint.limit), '45 workday');
    assert.equal(license.joint && formatLimit(license.joint.extension.maximum), '15 workday');
    assert.equal(license.extension && formatLimit(license.extension.maximum), '10 workday');
    assert.equal(license.pauseGrounds?.grounds.length, 8);
    assert.throws(() => ruleSetOf('nothing'), code('ruleSetUnknown'));
  });
  test('starts the clocks of receipt and decision, each with its article', () => {
    const at = wall('2026-11-20 10:00');
    const dues = [acceptanceClock, deliveryClock, publicationClock].map((start) => {
      const made = start(license, at);
      assert.ok(made?.limit.cite);
      return computeDue(made, calendar).dueDay;
    });
    assert.deepEqual(dues, ['2026-11-27', '2026-12-04', '2026-12-01']);
    assert.equal(acceptanceClock(ruleSetOf('own-rules'), at), null);
  });
  test('on-site inspection is no ground to stop the clock, unless another law is cited', () => {
    assert.doesNotThrow(() => assertPauseGround(license, '检验'));
    assert.throws(() => assertPauseGround(license, '现场核查'), code('pauseGroundRefused'));
    assert.doesNotThrow(() => assertPauseGround(license, '环境影响评价', '《某条例》第九条'));
  });
});

describe('deemed acceptance', () => {
  const acceptance = acceptanceClock(license, wall('2026-11-20 10:00'));
  assert.ok(acceptance);

  test('not while the five days run, then as of the day of receipt', () => {
    assert.equal(deemedAcceptance(acceptance, calendar, wall('2026-11-27 18:00')).deemed, false);
    const result = deemedAcceptance(acceptance, calendar, wall('2026-11-27 18:01'));
    assert.ok(result.deemed);
    assert.equal(shanghaiTime(result.acceptedAt), '2026-11-20 10:00');
    assert.equal(shanghaiTime(result.deemedFrom), '2026-11-27 18:01');
  });
  test('never where the department acted in time', () => {
    const acted = { ...acceptance, stoppedAt: wall('2026-11-27 17:00') };
    assert.equal(deemedAcceptance(acted, calendar, wall('2027-01-27 18:01')).deemed, false);
  });
  test('still so where it acted too late', () => {
    const acted = { ...acceptance, stoppedAt: wall('2026-11-30 09:00') };
    assert.equal(deemedAcceptance(acted, calendar, wall('2026-12-01 09:00')).deemed, true);
  });
});

describe('renewal', () => {
  const limit = clock('10 workday', '2026-11-20 10:00'); // 4 December

  test('is due at the earlier of limit and expiry', () => {
    const byExpiry = renewalDue(limit, '2026-11-29', calendar);
    assert.deepEqual(
      [byExpiry.decidedBy, shanghaiTime(byExpiry.dueAt), shanghaiTime(byExpiry.deemedRenewedFrom)],
      ['expiry', '2026-11-29 23:59', '2026-11-30 00:00'],
    );
    assert.equal(renewalDue(limit, '2026-12-31', calendar).decidedBy, 'limit');
  });
  test('a pause does not move the expiry, and the light follows it', () => {
    const paused = {
      ...limit,
      pauses: [pause('2026-11-24 09:00', '2026-11-26 09:00')],
      notAfterDay: '2026-11-29',
    };
    assert.equal(shanghaiTime(computeDue(paused, calendar).dueAt), '2026-11-29 23:59');
    assert.equal(lightOf(paused, calendar, wall('2026-11-30 00:00')).light, 'red');
    assert.equal(shanghaiTime(lightSchedule(paused, calendar).redAt ?? new Date(0)), '2026-11-30 00:00');
  });
});

describe('granting an extension', () => {
  const running = clock('20 workday', '2026-11-02 10:00');
  const rule = { maximum: parseLimit('10 workday') };
  const asked = (amount: number, requestedAt: string) => ({
    amount,
    approver: '王局长',
    requestedAt: wall(requestedAt),
  });
  const extend = (amount: number, at: string, base = running) =>
    extendClock(base, asked(amount, at), rule, calendar);

  test('once, in time, within the maximum', () => {
    const extended = extend(10, '2026-11-30 17:59');
    assert.equal(computeDue(extended, calendar).dueDay, '2026-12-14');
    assert.throws(() => extend(1, '2026-11-30 17:59', extended), code('extensionTwice'));
    assert.throws(() => extend(11, '2026-11-20 10:00'), code('extensionOverMaximum'));
    assert.throws(() => extend(10, '2026-11-30 18:00'), code('extensionTooLate'));
    assert.throws(
      () => extend(10, '2026-11-20 10:00', clock('20 day', '2026-11-02 10:00')),
      code('extensionUnit'),
    );
    assert.throws(
      () => extend(10, '2026-11-20 10:00', { ...running, stoppedAt: wall('2026-11-20 09:00') }),
      code('clockStopped'),
    );
  });
});

test('a newer calendar recomputes an open clock and says old, new and version', () => {
  const input = clock('5 workday', '2026-12-29 10:00');
  const old = computeDue(input, calendar);
  const name = { 'zh-CN': '元旦', en: "New Year's Day" };
  const offDays = ['01-01', '01-04', '01-05', ...Array.from({ length: 9 }, (_, day) => `10-0${day + 1}`)].map(
    (day) => ({ day: `2027-${day}`, name }),
  );
  const newer = loadCalendar({
    ...calendarData,
    version: 2,
    publishedThrough: '2027-12-31',
    offDays: [...calendarData.offDays, ...offDays],
  });
  const change = recomputeDue(input, old, newer);

  assert.equal(change.changed, true);
  assert.equal(change.oldDueAt, old.dueAt);
  assert.deepEqual(
    [change.due.dueDay, change.due.provisional, change.calendarVersion],
    ['2027-01-08', false, 2],
  );
});

test('clock data crosses a boundary as JSON and comes back the same', () => {
  const input = clock('10 workday', '2026-11-02 09:00', {
    pauses: [pause('2026-11-05 11:00', '2026-11-11 16:00')],
  });
  assert.deepEqual(clockInputSchema.parse(JSON.parse(JSON.stringify(input))), input);
});

test('every text exists in both languages with the same places', () => {
  const { weekdays, ...groups } = textCatalogue;
  const texts = [...weekdays, ...Object.values(groups).flatMap((group) => Object.values(group))];
  const places = (text: string) =>
    [...new Set(text.match(/\{\w+\}/g))].sort().filter((place) => place !== '{plural}');
  for (const text of texts) assert.deepEqual(places(text['zh-CN']), places(text.en), text.en);
});
