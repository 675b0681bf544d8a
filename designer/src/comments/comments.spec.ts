import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PackThread } from './PackComments.ts';
import { countThreads, sortThreads } from './sortThreads.ts';

const thread = (id: string, element: string, state: PackThread['state'] = 'open'): PackThread => ({
  ...{ id, element, elementName: element, state, resolvedBy: null, messages: [] },
});
const threads = [
  thread('1', 'review'),
  thread('2', 'decide'),
  thread('3', 'gone'),
  thread('4', ''),
  thread('5', 'review', 'resolved'),
  thread('6', 'review'),
];
const ids = (found: readonly PackThread[]) => found.map(({ id }) => id).join();

describe('comments on elements', () => {
  it('stand at the element that is chosen, elsewhere, or at none that is left', () => {
    const sorted = sortThreads(threads, 'review', (element) => element !== 'gone');
    assert.deepEqual([sorted.here, sorted.elsewhere, sorted.orphans, sorted.resolved].map(ids), [
      '1,6',
      '2,4',
      '3',
      '5',
    ]);
    assert.equal(ids(sortThreads(threads, '', () => true).here), '4');
  });

  it('are counted while they are open', () => {
    assert.deepEqual(
      [...countThreads(threads)],
      [
        ['review', 2],
        ['decide', 1],
        ['gone', 1],
      ],
    );
  });
});
