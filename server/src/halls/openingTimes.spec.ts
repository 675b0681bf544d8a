import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { minuteNow, slotsOfDay } from './openingTimes.ts';
import { takesItem } from './takesItem.ts';

describe('opening times of a hall', () => {
  it('give slots that lie wholly within them', () => {
    assert.deepEqual(
      slotsOfDay(
        [
          { from: '09:00', to: '10:10' },
          { from: '23:30', to: '24:00' },
        ],
        30,
      ),
      ['09:00', '09:30', '23:30'],
    );
  });

  it('are counted in Shanghai, whatever the computer says', () => {
    assert.equal(minuteNow(new Date('2026-11-23T01:05:30Z')), 9 * 60 + 5);
  });
});

describe('what a counter takes', () => {
  const item = { packCode: 'scjg-food', departmentId: 'scjg' };

  it('is everything, what a department decides, or single items', () => {
    const nothing = { all: false, departments: [], items: [] };
    assert.equal(takesItem(nothing, item), false);
    assert.equal(takesItem({ ...nothing, all: true }, item), true);
    assert.equal(takesItem({ ...nothing, departments: ['scjg'] }, item), true);
    assert.equal(takesItem({ ...nothing, items: ['scjg-food'] }, item), true);
    assert.equal(takesItem({ ...nothing, departments: ['mzj'], items: ['mzj-x'] }, item), false);
  });
});
