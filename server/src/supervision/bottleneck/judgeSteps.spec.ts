import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enoughStays, findBottleneck, judgeSteps } from './judgeSteps.ts';
import type { StepStay } from './readStays.ts';

const stay = (stepKey: string, used: number, late = false): StepStay => ({
  ...{ caseId: 'c', caseNo: '1', stepKey, departmentId: 'scjg', used, late },
  ...{ from: new Date(0), to: new Date(0) },
});
const stays = (stepKey: string, used: readonly number[], late = 0) =>
  used.map((days, at) => stay(stepKey, days, at < late));
const limits: Readonly<Record<string, string>> = {
  review: '2 workday',
  inspect: '10 workday',
  seal: '1 month',
};
const judge = (list: readonly StepStay[]) => judgeSteps(list, (key) => limits[key]);

describe('where a process is slow', () => {
  it('is told by mean and ninetieth percentile in the unit of the limit, with the longest stays', () => {
    const figures = judge(stays('review', [1, 1, 2, 2, 3, 3, 3, 4, 5, 9], 2)).get('review');
    const { longest, ...rest } = figures ?? { longest: [] };
    assert.deepEqual(rest, { unit: 'workday', limit: 2, samples: 10, late: 2, average: 3.3, p90: 5 });
    assert.deepEqual(longest[0]?.used, 9);
  });

  it('is the step that takes the largest part of its own limit, not the longest one', () => {
    const figures = judge([...stays('inspect', [8, 8, 8, 8, 8]), ...stays('review', [3, 3, 3, 3, 3], 5)]);
    assert.deepEqual(findBottleneck(figures, new Map()), { stepKey: 'review', because: 'p90' });
  });

  it('without a comparable limit is judged by what was late', () => {
    const figures = judge([...stays('seal', [30, 30, 30, 30, 30], 2), ...stays('inspect', [5, 5, 5, 5, 5])]);
    assert.deepEqual(findBottleneck(figures, new Map()), { stepKey: 'seal', because: 'p90' });
  });

  it('is where most wait over their time, while too few have passed', () => {
    const figures = judge(stays('review', [9, 9, 9, 9].slice(0, enoughStays - 1), 4));
    const overdue = new Map([
      ['review', 1],
      ['decide', 3],
      ['inspect', 0],
    ]);
    assert.deepEqual(findBottleneck(figures, overdue), { stepKey: 'decide', because: 'waiting' });
    assert.equal(findBottleneck(figures, new Map([['inspect', 0]])), undefined);
  });
});
