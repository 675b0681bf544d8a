import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lightOfSummary } from '../../clocks/lightOfSummary.ts';
import type { ClockDocument } from '../../clocks/model.ts';
import { chooseCounted, dayLines, openLines, sumUp } from './boardLines.ts';
import { bucketsOf, takeBuckets } from './buckets.ts';
import { countLines, type Figures, isEmpty, lightsOf } from './countLines.ts';

const minute = 60_000;
const start = Date.parse('2026-11-02T00:00:00Z');
const at = (minutes: number) => new Date(start + minutes * minute);

/** A clock as far as it is counted. */
function clock(more: Partial<ClockDocument>): ClockDocument {
  return {
    _id: String(Math.random()),
    kind: 'promised',
    state: 'running',
    board: 'case.running',
    departmentId: 'scjg',
    packCode: 'scjg-food',
    startAt: at(0),
    dueAt: at(100),
    ...more,
  } as ClockDocument;
}

function count(...lines: Parameters<typeof countLines>[2][]): Figures {
  const figures: Figures = { counters: new Map(), months: new Map() };
  for (const some of lines) countLines('t', figures, some);
  return figures;
}

describe('the histogram of a counter', () => {
  const clocks = Array.from({ length: 300 }, (_, n) =>
    clock({
      dueAt: at((n * 37) % 500),
      // Now and then yellow comes after red, or never.
      ...(n % 7 === 0 ? {} : { yellowAt: at(((n * 37) % 500) - ((n * 11) % 120) + 5) }),
      ...(n % 5 === 0 ? { board: 'case.paused', state: 'paused' } : {}),
    }),
  );
  const [counter] = count(openLines(clocks, 1)).counters.values();

  it('gives at any minute the lights that each clock shows by itself', () => {
    assert.ok(counter);
    for (let now = -200; now < 600; now += 7) {
      const expected = { green: 0, yellow: 0, red: 0, paused: 0 };
      for (const { dueAt, yellowAt, state } of clocks)
        expected[lightOfSummary({ dueAt, yellowAt, state: state as 'running' }, at(now)) as 'green'] += 1;
      assert.deepEqual(lightsOf(counter, at(now)), expected, `minute ${now}`);
      assert.deepEqual(lightsOf(counter, new Date(at(now).getTime() + 59_999)), expected, 'until its end');
    }
  });

  it('is empty again when all is taken back, in any order', () => {
    const lines = openLines(clocks, 1);
    const figures = count(lines.slice(100), openLines([...clocks].reverse(), -1), lines.slice(0, 100));
    for (const left of figures.counters.values()) assert.ok(isEmpty(left));
  });

  it('says in which minutes and departments the next so many are found', () => {
    const others = openLines(
      [1, 1, 2, 9].map((n) => clock({ departmentId: 'wjw', dueAt: at(n) })),
      1,
    );
    const own = openLines(
      [2, 3, 9].map((n) => clock({ dueAt: at(n) })),
      1,
    );
    const buckets = bucketsOf([...count(others, own).counters.values()], 'due', start / minute + 1);
    const relative = (value: number) => value - start / minute;
    assert.deepEqual(
      buckets.map(({ minute: of, departmentId, n }) => [relative(of), departmentId, n]),
      [
        [1, 'wjw', 2],
        [2, 'scjg', 1],
        [2, 'wjw', 1],
        [3, 'scjg', 1],
        [9, 'scjg', 1],
        [9, 'wjw', 1],
      ],
    );
    const { ranges, taken } = takeBuckets(buckets, 4);
    assert.equal(taken, 3);
    assert.deepEqual(
      ranges.map(({ departmentId, from, to }) => [departmentId, relative(from), relative(to)]),
      [
        ['wjw', 1, 2],
        ['scjg', 2, 2],
      ],
    );
  });
});

describe('what is counted', () => {
  it('is one clock a case, the promised before the statutory, and each publication', () => {
    const statutory = clock({ kind: 'statutory' });
    const promised = clock({ kind: 'promised', state: 'paused' });
    const publications = [clock({ kind: 'publication' }), clock({ kind: 'publication', state: 'stopped' })];
    const step = clock({ kind: 'step' });
    const disposal = clock({ kind: 'disposal' });
    assert.deepEqual(
      [...chooseCounted([statutory, promised, step, ...publications, disposal])],
      [
        [promised._id, 'case.paused'],
        [disposal._id, 'dispatch.running'],
        [publications[0]?._id, 'publication.running'],
      ],
    );
    promised.state = 'stopped';
    assert.deepEqual([...chooseCounted([statutory, promised])], [[statutory._id, 'case.running']]);
  });

  it('adds nothing for a change that leaves all as it was, and counts two alike as two', () => {
    const same = clock({});
    assert.deepEqual(sumUp([...openLines([same], -1), ...openLines([same], 1)]), []);
    assert.deepEqual(
      sumUp([...openLines([same], -1), ...openLines([same, clock({})], 1), ...openLines([clock({})], 1)]).map(
        ({ n }) => n,
      ),
      [2],
    );
  });

  it('follows a decision whose working days are put right, and one of another day', () => {
    const decision = { at: new Date('2026-11-20T16:30:00Z'), onTime: true, workdays: 4 };
    const subject = { departmentId: 'scjg', packCode: 'p', receivedAt: at(0), decision } as never;
    const corrected = {
      departmentId: 'scjg',
      packCode: 'p',
      receivedAt: at(0),
      decision: { ...decision, workdays: 6 },
    };
    const lines = sumUp([...dayLines(subject, -1), ...dayLines(corrected as never, 1)]);
    const figures = count(dayLines(subject, 1), lines);
    assert.equal(lines.length, 1);
    const [month] = figures.months.values();
    assert.deepEqual(month?.days['21'], {
      received: 0,
      accepted: 0,
      onTime: 1,
      late: 0,
      measured: 1,
      workdays: 6,
    });
    assert.deepEqual(month?.days['02']?.received, 1);
    const [counter] = figures.counters.values();
    assert.deepEqual([counter?.onTime, counter?.measured, counter?.workdays], [1, 1, 6]);
  });
});
