import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RecentlyFinished } from './recentlyFinished.ts';
import type { ListedTask } from './taskIndex.ts';

const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`;
const task = (id: string, hour: number, packCode = 'scjg-food') =>
  ({
    _id: id,
    packCode,
    finishedKey: `sun|${at(hour)}|${id}`,
  }) as ListedTask;
const every = () => true;
const ids = (tasks: readonly ListedTask[] | undefined) => tasks?.map(({ _id }) => _id);

describe('what somebody has finished lately', () => {
  it('is asked of the store first, and answered from memory then, the latest first, with what has ended since', () => {
    const recent = new RecentlyFinished();
    const page = (count: number, wanted: (one: ListedTask) => boolean = every) =>
      ids(recent.page({ personId: 'sun', count, wanted }));
    assert.equal(page(2), undefined);
    recent.keep('sun', [task('a', 8), task('c', 10), task('b', 9)], false);
    assert.deepEqual(page(2), ['c', 'b']);
    recent.note(task('d', 11));
    recent.note(task('d', 11));
    recent.note({ ...task('x', 12), finishedKey: `li|${at(12)}|x` });
    assert.deepEqual(page(2), ['d', 'c']);
    // what may lie further back is the store's to say
    assert.equal(page(5), undefined);
    assert.equal(
      page(1, ({ packCode }) => packCode === 'swj-drainage'),
      undefined,
    );
    recent.note(task('old', 7));
    assert.deepEqual(page(4), ['d', 'c', 'b', 'a'], 'no gap before an older one');
  });

  it('needs no store where it is all there is, until it is more than is kept', () => {
    const recent = new RecentlyFinished();
    recent.keep('sun', [task('a', 8)], true);
    assert.deepEqual(ids(recent.page({ personId: 'sun', count: 51, wanted: every })), ['a']);
    for (let count = 0; count < 100; count += 1) recent.note(task(`n${count}`, 9 + (count % 10)));
    assert.equal(recent.page({ personId: 'sun', count: 101, wanted: every }), undefined);
    assert.equal(recent.page({ personId: 'sun', count: 51, wanted: every })?.length, 51);
  });

  it('is forgotten of who has not looked for longest', () => {
    const recent = new RecentlyFinished();
    for (let person = 0; person <= 500; person += 1) recent.keep(`p${person}`, [], true);
    assert.equal(recent.page({ personId: 'p0', count: 1, wanted: every }), undefined);
    assert.deepEqual(recent.page({ personId: 'p500', count: 1, wanted: every }), []);
  });
});
