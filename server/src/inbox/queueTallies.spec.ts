import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { QueueTallies } from './queueTallies.ts';
import { countInto, emptyTally } from './tally.ts';
import type { ListedTask } from './taskIndex.ts';

const start = Date.parse('2026-11-20T02:00:00Z');
const at = (minutes: number) => new Date(start + minutes * 60_000);
const task = (more: Partial<ListedTask>) =>
  ({ departmentId: 'scjg', role: 'approver', paused: false, dueAt: at(600), ...more }) as ListedTask;
const never = () => assert.fail('nothing is read anew');
const numbersOf = (tasks: readonly ListedTask[], minute: number) => {
  const tally = emptyTally();
  for (const one of tasks) countInto(tally, one, minute);
  return tally;
};

describe('the numbers of queues', () => {
  it('are of all departments, or of those roles of one that a person has, without what is reserved for somebody', () => {
    const tallies = new QueueTallies();
    for (const one of [
      task({ yellowAt: at(300) }),
      task({ yellowAt: at(-1), assignee: { id: 'zhang', name: '张' } }),
      task({ dueAt: at(-1), role: 'head' }),
      task({ paused: true, dueAt: at(-1), departmentId: 'swj' }),
      task({ reserved: true, assignee: { id: 'expert', name: '李' } }),
    ])
      tallies.add(one);
    assert.deepEqual(tallies.at(start, never), {
      open: 4,
      unclaimed: 3,
      lights: { green: 1, yellow: 1, red: 1, paused: 1 },
    });
    const own = tallies.at(start, never, { departmentId: 'scjg', roles: ['approver', 'clerk'] });
    assert.deepEqual([own.open, own.unclaimed, own.lights.red], [2, 1, 0]);
    assert.equal(tallies.at(start, never, { departmentId: 'wjw', roles: ['approver'] }).open, 0);
  });

  it('are what counting every task gives, whenever tasks come, go and time passes', () => {
    const tallies = new QueueTallies();
    const there: ListedTask[] = [];
    let [seed, minute] = [7, start];
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed % below;
    };
    for (let step = 0; step < 3_000; step += 1) {
      minute += next(4) === 0 ? next(40) * 60_000 : 0;
      tallies.at(minute, never);
      if (next(3) > 0 || there.length === 0) {
        const due = new Date(minute + (next(600) - 200) * 30_000 + next(2));
        const one = task({
          dueAt: due,
          paused: next(7) === 0,
          ...(next(4) === 0 ? {} : { yellowAt: new Date(due.getTime() - (next(300) - 20) * 30_000) }),
          ...(next(2) === 0 ? { assignee: { id: 'zhang', name: '张' } } : {}),
        });
        there.push(one);
        tallies.add(one);
      } else {
        const [gone] = there.splice(next(there.length), 1);
        if (gone !== undefined) tallies.remove(gone);
      }
      if (step % 10 === 0) assert.deepEqual(tallies.at(minute, never), numbersOf(there, minute));
    }
    assert.ok(there.length > 500);
  });

  it('are counted anew where time is set back', () => {
    const tallies = new QueueTallies();
    const one = task({ dueAt: at(5) });
    tallies.add(one);
    assert.equal(tallies.at(start + 600_000, never).lights.red, 1);
    assert.equal(tallies.at(start, () => [one]).lights.red, 0);
    assert.equal(tallies.at(start + 600_000, never).lights.red, 1);
  });
});
