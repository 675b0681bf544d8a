import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import calendarData from '../data/calendar-cn-2026.json' with { type: 'json' };
import { answerClockLine } from './clockLine.ts';
import { anyClock } from './clocks.fixture.ts';
import { defaultCalendar, loadCalendar } from './loadCalendar.ts';
import { localText, minuteOfLocal } from './localTime.ts';
import { minuteOf, shanghaiTime } from './shanghaiTime.ts';
import { slowReference } from './slowReference.fixture.ts';

type Given = Record<string, unknown>;
const raw = (text: string, calendar = defaultCalendar) =>
  JSON.parse(answerClockLine({ text, line: 7, calendar, language: 'en' }).text) as {
    id: unknown;
    dueAt?: string;
    error?: { code: string; message: string; line: number };
  };
const answer = (given: Given) => raw(JSON.stringify({ id: 'A', ...given }));
const due = (limit: unknown, startAt: string, more: Given = {}) => {
  const { dueAt, error } = answer({ startAt, limit, ...more });
  return dueAt ?? error?.code;
};
const workdays = (value: number) => ({ value, unit: 'workday' });
const friday = '2026-11-20T10:00';

describe('a clock as a line of JSON', () => {
  test('agrees with the slow reading of the rules on 2,200 random clocks, extended and paused', () => {
    const reference = slowReference(defaultCalendar);
    const local = (instant: Date) => shanghaiTime(instant).replace(' ', 'T');
    for (const [units, numRuns] of [
      [['workday', 'day', 'month', 'year', 'immediate'], 2000],
      [['workhour', 'hour', 'minute'], 200],
    ] as const) {
      fc.assert(
        fc.property(anyClock(units), fc.integer({ min: 0, max: 12 }), (input, added) => {
          const { limit, startAt, pauses = [] } = input;
          const extension = 'value' in limit ? added : 0;
          const extended = {
            limit,
            startAt,
            pauses,
            extensions:
              extension === 0
                ? []
                : [{ amount: extension, approver: '-', requestedAt: startAt, admitted: true }],
          };
          const given = {
            id: 1,
            startAt: local(startAt),
            limit,
            extension,
            pauses: pauses.map(({ from, to }) => [local(from), local(to ?? from)]),
          };
          assert.equal(raw(JSON.stringify(given)).dueAt, local(reference.due(extended)));
        }),
        { numRuns },
      );
    }
  });

  test('has its id back, a text or a number, and the local minute', () => {
    assert.deepEqual(answer({ startAt: friday, limit: workdays(5), extension: null, pauses: [] }), {
      id: 'A',
      dueAt: '2026-11-27T18:00',
    });
    assert.equal(raw(`{"id":17,"startAt":"${friday}","limit":"5 workday"}`).id, 17);
    assert.equal(raw('{"id":"行\\"1","startAt":1}').id, '行"1');
  });

  test('reads a blank for the T, and cuts seconds off', () => {
    for (const startAt of [
      '2026-11-20 10:00',
      '2026-11-20T10:00:59',
      '2026-11-20T10:00:59.999',
      '2026-11-20T10:00:00+08:00',
    ])
      assert.equal(due({ value: 1, unit: 'hour' }, startAt), '2026-11-20T11:00', startAt);
    const within = { pauses: [['2026-11-20T10:10:50', '2026-11-20T10:10:10']] };
    assert.equal(due({ value: 1, unit: 'hour' }, friday, within), '2026-11-20T11:00', 'the same minute');
  });

  test('an extension is a number, or an object in the same unit; none is null, 0 or absent', () => {
    for (const extension of [10, { value: 10 }, { value: 10, unit: 'workday' }])
      assert.equal(
        due(workdays(10), '2026-11-02T09:00', {
          extension,
          pauses: [['2026-11-05T11:00', '2026-11-11T16:00']],
        }),
        '2026-12-07T18:00',
      );
    for (const extension of [null, 0, { value: 0 }, { value: null }])
      assert.equal(due(workdays(5), friday, { extension }), '2026-11-27T18:00');
    for (const extension of [-1, 1.5, '3', { value: 3, unit: 'day' }, { value: -3 }, true])
      assert.equal(due(workdays(5), friday, { extension }), 'extensionUnit', JSON.stringify(extension));
    assert.equal(due({ unit: 'immediate' }, friday, { extension: 1 }), 'extensionUnit');
  });

  test('a pause between the promised and the extended date counts', () => {
    const pauses = [['2026-11-30T09:00', '2026-11-30T10:00']];
    assert.equal(due(workdays(5), friday, { pauses }), '2026-11-27T18:00');
    assert.equal(due(workdays(5), friday, { pauses, extension: 2 }), '2026-12-02T18:00');
  });

  test('immediate has no value, and one that is given says nothing', () => {
    for (const value of [undefined, null, 0, 3])
      assert.equal(due({ value, unit: 'immediate' }, '2026-11-21T10:00'), '2026-11-23T18:00');
  });

  test('pauses: before the start, touching, of no length, ending at midnight, far beyond', () => {
    const paused = (...pauses: [string, string][]) => due(workdays(5), friday, { pauses });
    assert.equal(paused(['2026-11-01T09:00', '2026-11-20T23:59']), '2026-11-27T18:00');
    assert.equal(paused(['2026-11-01T09:00', '2026-11-23T00:00']), '2026-11-30T18:00');
    assert.equal(
      paused(['2026-11-23T09:00', '2026-11-23T12:00'], ['2026-11-23T12:00', '2026-11-23T15:00']),
      '2026-11-30T18:00',
    );
    assert.equal(paused(['2026-11-24T10:00', '2026-11-24T10:00']), '2026-11-30T18:00', 'its day is touched');
    assert.equal(paused(['2026-11-24T10:00', '2026-11-25T00:00']), '2026-12-01T18:00');
    assert.equal(paused(['2026-11-27T18:00', '2027-11-27T18:00']), '2026-11-27T18:00');
    assert.equal(
      due({ value: 2, unit: 'hour' }, friday, { pauses: [['2026-11-20T11:00', '2026-11-20T11:00']] }),
      '2026-11-20T12:00',
    );
  });

  test('a day clock that rolls: a pause on the counted day moves it, one on the days rolled over does not', () => {
    const eight = { value: 8, unit: 'day' }; // Saturday 28 November, rolled to Monday
    assert.equal(due(eight, friday), '2026-11-30T18:00');
    const on = (day: string) => due(eight, friday, { pauses: [[`${day}T10:00`, `${day}T11:00`]] });
    assert.equal(on('2026-11-29'), '2026-11-30T18:00');
    assert.equal(on('2026-11-30'), '2026-11-30T18:00');
    assert.equal(
      due(eight, friday, { pauses: [['2026-11-28T10:00', '2026-11-30T11:00']] }),
      '2026-12-01T18:00',
    );
  });

  test('an open pause is refused, reckoned up to a given now, and nothing when it begins after due', () => {
    const open = (from: string, now?: string) =>
      due(workdays(5), friday, { pauses: [[from, null]], ...(now === undefined ? {} : { now }) });
    assert.equal(open('2026-11-24T09:00'), 'pauseOpen');
    assert.equal(open('2026-11-24T09:00', '2026-11-25T12:00'), '2026-12-01T18:00');
    assert.equal(open('2026-11-27T18:00'), '2026-11-27T18:00');
  });

  test('month ends and leap days', () => {
    assert.equal(due({ value: 1, unit: 'month' }, '2026-01-31T09:00'), '2026-02-28T18:00');
    assert.equal(due({ value: 1, unit: 'month' }, '2024-01-31T09:00'), '2024-02-29T18:00');
    assert.equal(due({ value: 1, unit: 'year' }, '2024-02-29T09:00'), '2025-02-28T18:00');
    assert.equal(due({ value: 12, unit: 'month' }, '2027-02-28T09:00'), '2028-02-28T18:00');
  });

  test('far years follow the statutory holidays', () => {
    assert.equal(due(workdays(1), '2029-09-30T09:00'), '2029-10-04T18:00');
    assert.equal(due(workdays(1), '2028-01-24T09:00'), '2028-01-31T18:00', 'eve 25, first to third 26 to 28');
  });

  test('what is wrong is named by rule and line, and has its id', () => {
    for (const [given, code] of [
      [{ limit: workdays(5) }, 'localTimeInvalid'],
      [{ startAt: '2026-02-29T10:00', limit: workdays(5) }, 'localTimeInvalid'],
      [{ startAt: '2026-11-20T24:00', limit: workdays(5) }, 'localTimeInvalid'],
      [{ startAt: '2026-11-20', limit: workdays(5) }, 'localTimeInvalid'],
      [{ startAt: '2026-11-20T10:00Z', limit: workdays(5) }, 'localTimeInvalid'],
      [{ startAt: friday }, 'limitInvalid'],
      [{ startAt: friday, limit: workdays(0) }, 'limitInvalid'],
      [{ startAt: friday, limit: { value: '5', unit: 'workday' } }, 'limitInvalid'],
      [{ startAt: friday, limit: { value: 5, unit: 'week' } }, 'limitInvalid'],
      [{ startAt: friday, limit: { unit: 'none' } }, 'limitInvalid'],
      [{ startAt: '2023-12-31T10:00', limit: workdays(5) }, 'beforeCalendar'],
      [{ startAt: friday, limit: { value: 30, unit: 'year' } }, 'beyondCalendar'],
      [{ startAt: friday, limit: workdays(5), pauses: 'x' }, 'fieldInvalid'],
      [{ startAt: friday, limit: workdays(5), pauses: [['2026-11-24T09:00']] }, 'fieldInvalid'],
      [{ startAt: friday, limit: workdays(5), pauses: [['2026-11-24T09:00', 'x']] }, 'localTimeInvalid'],
      [
        { startAt: friday, limit: workdays(5), pauses: [['2027-11-24T09:00', '2027-11-23T09:00']] },
        'pauseEndsBeforeItBegins',
      ],
    ] as [Given, string][]) {
      const { id, error } = answer(given);
      assert.deepEqual([id, error?.code, error?.line], ['A', code, 7], JSON.stringify(given));
      assert.ok(error?.message);
    }
    for (const text of ['', '[]', '5', 'null', '{"id":1', '{"id":1} x'])
      assert.equal(raw(text).error?.code, 'lineUnreadable', text);
  });

  test('another calendar gives its own dates', () => {
    const shorter = loadCalendar({ ...calendarData, businessHours: [{ from: '08:00', to: '16:30' }] });
    const line = JSON.stringify({ id: 1, startAt: friday, limit: workdays(5) });
    assert.equal(raw(line, shorter).dueAt, '2026-11-27T16:30');
  });

  test('says on demand whether the date is provisional', () => {
    const line = JSON.stringify({ id: 1, startAt: '2026-12-29T10:00', limit: workdays(5), extension: 1 });
    const { text } = answerClockLine({ text: line, line: 1, calendar: defaultCalendar, details: true });
    assert.deepEqual(JSON.parse(text), { id: 1, dueAt: '2027-01-07T18:00', provisional: true, amount: 6 });
  });

  test('reckons in the office hours of a department that has its own, and refuses what are none', () => {
    const line = (businessHours: unknown) =>
      answerClockLine({
        text: JSON.stringify({ id: 1, startAt: '2026-11-20T10:00', limit: '4 workhour', businessHours }),
        line: 1,
        calendar: defaultCalendar,
      });
    const own = [
      ['08:30', '11:30'],
      ['14:00', '17:00'],
    ];
    assert.equal(line(own).text, '{"id":1,"dueAt":"2026-11-20T16:30"}');
    assert.equal(line(null).text, '{"id":1,"dueAt":"2026-11-20T15:30"}');
    for (const wrong of [
      [],
      'nine to five',
      [
        ['14:00', '17:00'],
        ['08:30', '11:30'],
      ],
      [['8', '9']],
      [3],
    ])
      assert.match(line(wrong).text, /"code":"businessHoursInvalid"/, JSON.stringify(wrong));
  });
});

test('local readings are those of a Date at +08:00, and nothing else is read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 120 * 365 * 1440 }), (offset) => {
      const instant = new Date(Date.UTC(1940, 0, 1) + offset * 60_000);
      const text = new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
      assert.equal(minuteOfLocal(text), minuteOf(instant));
      assert.equal(localText(minuteOf(instant)), text);
    }),
    { numRuns: 2000 },
  );
  for (const bad of [
    '2026-1-20T10:00',
    '2026-00-20T10:00',
    '2026-11-31T10:00',
    '2100-02-29T10:00',
    ' 026-11-20T10:00',
    '2026-11-20T10:60',
    '2026-11-20x10:00',
    '2026-11-20T10:00:',
    '2026-11-20T10:00:61',
    '2026-11-20T10:00+09:00',
  ])
    assert.equal(minuteOfLocal(bad), undefined, bad);
});
