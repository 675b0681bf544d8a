import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import calendarData from '../data/calendar-cn-2026.json' with { type: 'json' };
import statutory from '../data/statutory-holidays-cn.json' with { type: 'json' };
import { addWorkdays, closeOfBusiness, isWorkday, workdaysBetween } from './askCalendar.ts';
import { newMoonNear, sunAtEndOf } from './astronomy.fixture.ts';
import { ClockError } from './ClockError.ts';
import { defaultCalendar as calendar, loadCalendar } from './loadCalendar.ts';
import { dayNumber, dayText, shanghaiDay, shanghaiTime, weekdayOf } from './shanghaiTime.ts';

describe('the calendar', () => {
  test('is what the generator makes', async (context) => {
    const before = process.env.TZ;
    context.after(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });
    process.env.TZ = 'Asia/Shanghai';
    // Loaded only now: chinese-days reads the zone while it loads.
    const { generatedFiles } = await import('./buildCalendar.ts');
    for (const [path, text] of Object.entries(generatedFiles())) {
      assert.equal(readFileSync(new URL(path, import.meta.url), 'utf8'), text, path);
    }
  });
  test('working days a year are those of the notices', () => {
    const count = (year: number) => workdaysBetween(`${year}-01-01`, `${year}-12-31`, calendar);
    assert.deepEqual([2024, 2025, 2026].map(count), [251, 248, 248]);
  });
  test('the notice for 2026, written out', () => {
    const worked = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
    assert.deepEqual(
      calendar.makeUpDays.map(({ day }) => day).filter((day) => day > '2026'),
      worked,
    );
    const ranges = [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ];
    for (let day = dayNumber('2026-01-01'); day <= dayNumber('2026-12-31'); day++) {
      const text = dayText(day);
      const off = ranges.some(([from = '', to = '']) => from <= text.slice(5) && text.slice(5) <= to);
      const expected = worked.includes(text) || (!off && ![0, 6].includes(weekdayOf(day)));
      assert.equal(isWorkday(text, calendar), expected, text);
    }
  });
  test('answers: working days forth and back, close of business, day of an instant', () => {
    assert.equal(addWorkdays('2026-09-30', 1, calendar), '2026-10-08');
    assert.equal(addWorkdays('2026-10-08', -1, calendar), '2026-09-30');
    assert.equal(addWorkdays('2026-10-03', -1, calendar), '2026-09-30');
    assert.equal(addWorkdays('2026-10-03', 0, calendar), '2026-10-03');
    assert.equal(workdaysBetween('2026-09-30', '2026-10-10', calendar), 3);
    assert.equal(shanghaiTime(closeOfBusiness('2026-11-20', calendar)), '2026-11-20 18:00');
    assert.equal(shanghaiDay(new Date('2026-11-20T16:00:00Z')), '2026-11-21');
  });
});

describe('the statutory holidays', () => {
  const named = (name: string) =>
    statutory.holidays.filter((holiday) => holiday.name.en === name).map(({ day }) => day);

  test('are thirteen days a year, unless two meet', () => {
    for (let year = 2025; year <= 2050; year++) {
      const days = statutory.holidays.filter(({ day }) => day.startsWith(`${year}`)).map(({ day }) => day);
      const meets = ['10-01', '10-02', '10-03'].some((day) =>
        named('Mid-Autumn Festival').includes(`${year}-${day}`),
      );
      assert.equal(new Set(days).size, meets ? 12 : 13);
    }
  });
  test('lunar months begin on the Shanghai day of the new moon, in the right month', () => {
    // ICU gives the month only: its new moons of February 2027 and 2030, minutes from midnight, are a day off.
    const format = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric' });
    const monthOf = (day: number) =>
      format.formatToParts(new Date(day * 86_400_000)).find(({ type }) => type === 'month')?.value;
    for (let year = 2025; year <= 2050; year++) {
      const of = (name: string) =>
        named(name)
          .filter((day) => day.startsWith(`${year}`))
          .map(dayNumber);
      const [eve = 0, newYear = 0, ...rest] = of('Spring Festival');
      assert.deepEqual([eve, ...rest], [newYear - 1, newYear + 1, newYear + 2]);
      const firsts = {
        1: newYear,
        5: (of('Dragon Boat Festival')[0] ?? 0) - 4,
        8: (of('Mid-Autumn Festival')[0] ?? 0) - 14,
      };
      for (const [month, first] of Object.entries(firsts)) {
        assert.equal(newMoonNear(first), first, `${year} month ${month}`);
        assert.equal(monthOf(first + 2), month);
      }
    }
  });
  test('Qingming is the day on which the sun reaches 15 degrees', () => {
    for (const day of named('Qingming Festival').map(dayNumber)) {
      assert.ok(sunAtEndOf(day) >= 14.99 && sunAtEndOf(day - 1) < 15.01, dayText(day));
    }
    assert.equal(named('Qingming Festival').length, 26);
  });
});

describe('a calendar that is not right is refused', () => {
  const [first] = calendarData.makeUpDays;
  const cases: Record<string, object> = {
    'a day twice': { makeUpDays: [...calendarData.makeUpDays, first] },
    'a make-up day on a Monday': { makeUpDays: [{ ...first, day: '2026-11-23' }] },
    'a day outside the published ones': {
      offDays: [...calendarData.offDays, { ...first, day: '2027-01-01' }],
    },
    'a day that does not exist': { offDays: [{ ...first, day: '2026-02-30' }] },
    'a published year without its days': { publishedThrough: '2027-12-31' },
    'days in no order': { offDays: [...calendarData.offDays].reverse() },
    'a year without its days off': {
      offDays: calendarData.offDays.filter(({ day }) => !day.startsWith('2025')),
    },
    'a day off that is a make-up day too': {
      makeUpDays: [...calendarData.makeUpDays, { ...first, day: '2026-10-03' }],
    },
    'another time zone': { timeZone: 'UTC' },
    'business hours that overlap': {
      businessHours: [
        { from: '09:00', to: '12:00' },
        { from: '11:00', to: '18:00' },
      ],
    },
    'no hours': { businessHours: [] },
  };
  for (const [name, change] of Object.entries(cases)) {
    test(name, () => {
      assert.throws(
        () => loadCalendar({ ...calendarData, ...change }),
        (error) => error instanceof ClockError && error.code === 'calendarInvalid',
      );
    });
  }
});
