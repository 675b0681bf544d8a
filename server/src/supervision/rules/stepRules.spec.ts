import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { trailOf } from './rules.fixture.ts';
import { stepsOutOfOrder, stepsRepeated } from './stepRules.ts';

const done = (step: string, by = 'a', department = 'scjg') => ({
  type: 'stepCompleted',
  by,
  department,
  details: { step },
});

describe('steps done again and again', () => {
  it('are found when the count comes to the threshold, with every completion', () => {
    const [found] = stepsRepeated(
      trailOf([done('review'), done('decide'), done('review'), done('decide'), done('review')]),
      { times: 3 },
    );
    assert.deepEqual(found, {
      key: 'review:scjg',
      rests: [1, 3, 5],
      details: { step: 'review', department: 'scjg', count: 3, limit: 3 },
    });
  });

  it('are none below the threshold, and not told again above it', () => {
    const rounds = [done('review'), done('decide'), done('review'), done('decide'), done('review')];
    assert.deepEqual(stepsRepeated(trailOf(rounds.slice(0, 3)), { times: 3 }), []);
    assert.deepEqual(stepsRepeated(trailOf([...rounds, done('decide'), done('review')]), { times: 3 }), []);
  });

  it('are none of several who do the same step side by side, nor of another department', () => {
    assert.deepEqual(
      stepsRepeated(trailOf([done('opinion', 'a'), done('opinion', 'b'), done('opinion', 'c')]), {
        times: 2,
      }),
      [],
    );
    const others = [done('review', 'a', 'wjw'), done('decide'), done('review', 'b', 'scjg')];
    assert.deepEqual(stepsRepeated(trailOf(others), { times: 2 }), []);
  });
});

describe('steps out of order', () => {
  const before = new Map([['decide', ['review', 'inspect']]]);

  it('are found when one that always comes before is not done', () => {
    assert.deepEqual(stepsOutOfOrder(trailOf([done('review'), done('decide')], { before }), {}), [
      { key: 'decide:inspect', rests: [2], details: { step: 'decide', missing: 'inspect' } },
    ]);
  });

  it('are none when all before were done, in whatever order among themselves', () => {
    const trail = trailOf([done('inspect'), done('review'), done('decide')], { before });
    assert.deepEqual(stepsOutOfOrder(trail, {}), []);
  });

  it('are not judged in a case that was migrated: its past lies on another version', () => {
    const trail = trailOf([{ type: 'caseMigrated' }, done('decide')], { before });
    assert.deepEqual(stepsOutOfOrder(trail, {}), []);
  });
});
