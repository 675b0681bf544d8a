import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ReadingPace } from './readingPace.ts';

const hour = 3_600_000;
const day = 24 * hour;

describe('the span in which a page of finished tasks is read', () => {
  const pace = new ReadingPace();

  it('is a day for somebody of whom nothing is known', () => {
    assert.equal(pace.spanFor('new', 51), day);
  });

  it('is as long as the last page took, and a fifth', () => {
    // given one task an hour
    pace.learn('hourly', { entries: 96, span: 4 * day });
    assert.equal(pace.spanFor('hourly', 50), 60 * hour);
  });

  it('is neither too short for a pause nor longer than a year', () => {
    pace.learn('quick', { entries: 10_000, span: hour });
    pace.learn('slow', { entries: 0, span: 20 * 365 * day });
    assert.equal(pace.spanFor('quick', 50), hour);
    assert.equal(pace.spanFor('slow', 50), 365 * day);
  });
});
