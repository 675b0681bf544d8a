import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CountedTicket, estimateWait, figuresOf, latestCalls } from './summariseQueue.ts';

const minute = 60_000;
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 1, 0) + minutes * minute);
const ticket = (number: string, rest: Partial<CountedTicket> = {}): CountedTicket => ({
  number,
  group: number.slice(0, 1),
  state: 'waiting',
  order: 0,
  waitingSince: at(0),
  calls: 0,
  waited: 0,
  handled: 0,
  ...rest,
});
const takes = { all: true, departments: [], items: [] };
const hall = {
  groups: ['A', 'B'].map((key) => ({
    key,
    name: { 'zh-CN': key, en: key },
    minutes: 15,
    capacity: 1,
    takes,
  })),
  counters: [
    { no: '1', groups: ['A'], takes },
    { no: '2', groups: ['A', 'B'], takes },
  ],
};

describe('the figures of a queue', () => {
  it('count who waits, and average what is over', () => {
    const [a, b] = figuresOf(
      hall,
      [
        ticket('A001', { state: 'finished', calledAt: at(10), waited: 10 * minute, handled: 20 * minute }),
        ticket('A002', { state: 'called', calledAt: at(20), waited: 20 * minute }),
        ticket('A003', { waitingSince: at(5) }),
        ticket('A004', { waitingSince: at(15) }),
      ],
      ['1'],
      at(30),
    );
    assert.deepEqual(a, {
      key: 'A',
      waiting: 2,
      counters: 1,
      longestWait: 25,
      averageWait: 15,
      averageHandling: 20,
    });
    assert.deepEqual(b, {
      key: 'B',
      waiting: 0,
      counters: 0,
      longestWait: null,
      averageWait: null,
      averageHandling: null,
    });
  });

  it('estimate by the usual time until three visits of the day are over', () => {
    const figures = { averageHandling: 6, counters: 2 };
    assert.equal(estimateWait({ minutes: 15 }, { ...figures, finished: 2 }, 3), 23);
    assert.equal(estimateWait({ minutes: 15 }, { ...figures, finished: 3 }, 3), 9);
    assert.equal(estimateWait({ minutes: 15 }, { ...figures, counters: 0, finished: 0 }, 1), 15);
  });

  it('show the latest call first, a repeated one again, and nobody who was skipped', () => {
    const calls = latestCalls([
      ticket('A001', { state: 'called', counter: '1', calls: 2, lastCallAt: at(9) }),
      ticket('A002', { state: 'called', counter: '2', calls: 1, lastCallAt: at(8) }),
      ticket('A003', { state: 'skipped', counter: '2', calls: 2, lastCallAt: at(10) }),
    ]);
    assert.deepEqual(
      calls.map(({ number, counter, calls: times }) => [number, counter, times]),
      [
        ['A001', '1', 2],
        ['A002', '2', 1],
      ],
    );
  });
});
