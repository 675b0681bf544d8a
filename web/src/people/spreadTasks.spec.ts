import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { spreadTasks } from './spreadTasks.ts';

describe('spreading the desk of a leaver', () => {
  it('gives each task to who has least, counts what was just given, and leaves out what nobody can do', () => {
    const people = [
      { id: 'an', roles: ['approver'], open: 2 },
      { id: 'bo', roles: ['approver', 'head'], open: 0 },
    ];
    const tasks = [
      ...['1', '2', '3', '4'].map((id) => ({ id, role: 'approver' })),
      { id: '5', role: 'clerk' },
    ];
    assert.deepEqual(spreadTasks(tasks, people), { 1: 'bo', 2: 'bo', 3: 'an', 4: 'bo' });
  });
});
