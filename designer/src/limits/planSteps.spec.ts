import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  defaultCalendar,
  defaultEscalationChain,
  parseLimit,
  shanghaiInstant,
  shanghaiTime,
} from '@onewindow/clocks';
import { type PlanInput, planSteps } from './planSteps.ts';
import type { StepOfPlan } from './stepGraph.ts';
import { readWritten, withAmount, withCite, withUnit, writeLimit } from './writtenLimit.ts';

const step = (
  key: string,
  limit: string,
  after: string[] = [],
  more: Partial<StepOfPlan> = {},
): StepOfPlan => ({
  key,
  name: key,
  limit,
  after,
  decides: false,
  begins: [],
  ends: [],
  ...more,
});
const steps = [
  step('review', '2 workday', ['decide']),
  step('inspect', '3 workday', ['review']),
  step('arrange', '1 workday', ['inspect'], { begins: ['test'] }),
  step('record', '10 workday', ['arrange'], { ends: ['test'] }),
  step('decide', '2 workday', ['review', 'inspect', 'record'], { decides: true }),
  step('deliver', '5 workday', ['decide']),
];
const input: PlanInput = {
  startAt: shanghaiInstant('2026-11-02', '09:00'),
  statutory: parseLimit('10 workday'),
  promised: parseLimit('8 workday'),
  // A way back is no step before: stepGraph leaves it out.
  steps: steps.map((entry) => (entry.key === 'review' ? { ...entry, after: [] } : entry)),
  thresholds: undefined,
  chain: defaultEscalationChain,
  pause: null,
  extension: null,
  calendar: defaultCalendar,
};

describe('planSteps', () => {
  it('puts the steps one after the other, special procedures left out, and what follows the decision apart', () => {
    const { bars, leftOut, clocks, decidedBy } = planSteps(input);
    assert.deepEqual(
      bars.map(({ key, to, afterDecision }) => [key, shanghaiTime(to).slice(5, 10), afterDecision]),
      [
        ['review', '11-04', false],
        ['inspect', '11-09', false],
        ['decide', '11-11', false],
        ['deliver', '11-18', true],
      ],
    );
    assert.deepEqual(
      leftOut.map(({ key }) => key),
      ['arrange', 'record'],
    );
    assert.deepEqual(
      clocks.map(({ kind, due }) => [kind, due.dueDay]),
      [
        ['statutory', '2026-11-16'],
        ['promised', '2026-11-12'],
      ],
    );
    assert.equal(decidedBy && shanghaiTime(decidedBy), '2026-11-11 18:00');
    assert.ok(bars.every(({ beyond, longerThan }) => beyond === null && longerThan === null));
    assert.deepEqual(
      clocks[1]?.escalation.map(({ stepKey }) => stepKey),
      ['yellow', 'red', 'supervise'],
    );
  });

  it('moves the dates when a special procedure is chosen, and explains it (worked example E)', () => {
    const pause = {
      key: 'test',
      name: '检验',
      from: shanghaiInstant('2026-11-05', '11:00'),
      to: shanghaiInstant('2026-11-11', '16:00'),
    };
    const { clocks, bars, leftOut } = planSteps({ ...input, pause });
    assert.equal(clocks[0]?.due.dueDay, '2026-11-23');
    assert.equal(clocks[0]?.plain.dueDay, '2026-11-16');
    assert.match(clocks[0]?.explain('zh-CN').text ?? '', /2026-11-05 星期四，暂停：检验/);
    assert.deepEqual(leftOut, []);
    assert.equal(bars.find(({ key }) => key === 'record')?.paused, true);
    assert.equal(planSteps({ ...input, pause, extension: 10 }).clocks[0]?.due.dueDay, '2026-12-07');
  });

  it('marks what is too long: alone, and one after the other', () => {
    const slow = input.steps.map((entry) =>
      entry.key === 'inspect' ? { ...entry, limit: '9 workday' } : entry,
    );
    const { bars } = planSteps({ ...input, steps: slow });
    const of = (key: string) => bars.find((bar) => bar.key === key);
    assert.equal(of('review')?.beyond, null);
    assert.equal(of('inspect')?.longerThan, 'promised');
    assert.equal(of('inspect')?.beyond, 'statutory');
    assert.equal(of('decide')?.beyond, 'statutory');
    assert.equal(of('deliver')?.beyond, null);
  });

  it('ends at the close of the department that does the step, and says in whose hours it reckons', () => {
    const office = [
      { from: '08:30', to: '11:30' },
      { from: '14:00', to: '17:00' },
    ];
    const late = [{ from: '10:00', to: '20:00' }];
    const plan = planSteps({
      ...input,
      businessHours: office,
      stepHours: new Map([['inspect', late]]),
    });
    const closes = plan.bars.map(({ key, to }) => [key, shanghaiTime(to).slice(11)]);
    assert.deepEqual(Object.fromEntries(closes), {
      ...{ review: '17:00', inspect: '20:00', decide: '17:00', deliver: '17:00' },
    });
    assert.ok(plan.clocks.every(({ due }) => shanghaiTime(due.dueAt).endsWith('17:00')));
    assert.match(plan.clocks[0]?.explain('zh-CN').text ?? '', /本部门的办公时间计：08:30–11:30 14:00–17:00/);
  });

  it('does without limits and without steps', () => {
    const none = planSteps({ ...input, statutory: parseLimit('none'), promised: null, steps: [] });
    assert.deepEqual([none.clocks, none.bars, none.decidedBy], [[], [], null]);
  });
});

describe('limits as they are written', () => {
  it('keeps article and amount over changes of the unit', () => {
    const read = readWritten({ limit: '10 workday', cite: '第二十二条' });
    assert.ok(read);
    assert.deepEqual(writeLimit(withUnit(read, 'day')), { limit: '10 day', cite: '第二十二条' });
    assert.deepEqual(writeLimit(withAmount(read, 4.9)), { limit: '4 workday', cite: '第二十二条' });
    assert.equal(writeLimit(withUnit(read, 'none')), 'none');
    assert.equal(writeLimit(withUnit(null, 'workhour')), '1 workhour');
    assert.equal(writeLimit(withCite(read, ' ')), '10 workday');
    assert.equal(writeLimit(withUnit(readWritten('3 day'), 'immediate')), 'immediate');
    assert.equal(readWritten('soon'), null);
    assert.equal(readWritten(undefined), null);
  });
});
