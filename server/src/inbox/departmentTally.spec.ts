import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DepartmentTallies } from './departmentTally.ts';
import type { ListedTask } from './taskIndex.ts';

const minute = Date.parse('2026-11-20T02:00:00Z');
const at = (minutes: number) => new Date(minute + minutes * 60_000);
const task = (more: Partial<ListedTask>) => ({ paused: false, dueAt: at(600), ...more }) as ListedTask;

const tasks = [
  task({ yellowAt: at(300) }),
  task({ yellowAt: at(1), assignee: { id: 'zhang', name: '张' } }),
  task({ dueAt: at(-1) }),
  task({ paused: true, dueAt: at(-1) }),
  task({ reserved: true, assignee: { id: 'expert', name: '李' } }),
];

describe('the tally of a department', () => {
  it('counts lights and what nobody holds, without what is reserved for a person', () => {
    assert.deepEqual(new DepartmentTallies().of('food', tasks, minute), {
      open: 4,
      unclaimed: 3,
      lights: { green: 2, yellow: 0, red: 1, paused: 1 },
    });
  });

  it('is counted anew when a minute has passed or a task has changed, and only then', () => {
    const tallies = new DepartmentTallies();
    const first = tallies.of('food', tasks, minute);
    assert.equal(tallies.of('food', [], minute), first);
    assert.deepEqual(tallies.of('food', tasks, minute + 60_000).lights, {
      ...first.lights,
      green: 1,
      yellow: 1,
    });
    tallies.changed('health');
    assert.equal(tallies.of('food', [], minute + 60_000).open, 4);
    tallies.changed('food');
    assert.equal(tallies.of('food', [], minute + 60_000).open, 0);
  });
});
