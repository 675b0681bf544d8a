import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PackStore } from './PackStore.ts';

describe('PackStore', () => {
  it('is dirty while it differs from what was loaded, and not when it is the same again', () => {
    const store = new PackStore([{ path: 'a', text: '1' }]);
    let told = 0;
    const stop = store.subscribe(() => (told += 1));
    store.set('a', '2');
    assert.equal(store.dirty, true);
    store.set('a', '2');
    assert.equal(told, 1);
    store.set('a', '1');
    assert.equal(store.dirty, false);
    store.set('b', 'new');
    assert.equal(store.dirty, true);
    store.set('b', undefined);
    assert.equal(store.dirty, false);
    stop();
    assert.deepEqual(store.list(), [{ path: 'a', text: '1' }]);
  });

  it('counts kept work and older versions as changes against what is published', () => {
    const store = new PackStore([{ path: 'a', text: 'older' }], [{ path: 'a', text: 'published' }]);
    assert.equal(store.dirty, true);
    assert.equal(store.touched, false);
    store.set('a', 'published');
    assert.equal(store.dirty, false);
  });

  it('takes files put in from outside back in one step, with what was edited since, and puts them in again', () => {
    const store = new PackStore([{ path: 'process.bpmn', text: 'own' }]);
    store.replace(
      new Map([
        ['process.bpmn', 'foreign'],
        ['forms/a.json', '{}'],
      ]),
    );
    store.set('process.bpmn', 'foreign, edited');
    assert.equal(store.generation, 1);
    store.takeBack();
    assert.deepEqual(store.list(), [{ path: 'process.bpmn', text: 'own' }]);
    assert.equal(store.dirty, false);
    store.putBack();
    assert.equal(store.text('process.bpmn'), 'foreign, edited');
    assert.equal(store.canPutBack, false);
    assert.equal(store.generation, 3);
  });
});
