import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PackStore } from '../model/PackStore.ts';
import { type Checked, PackChecks } from './PackChecks.ts';

/** Checks whose answers come when the test says so. */
const start = () => {
  const store = new PackStore([
    { path: 'process.bpmn', text: '<a/>' },
    { path: 'pack.yaml', text: 'a: 1' },
  ]);
  const asked: { readonly said: string; answer(): void; fail(): void }[] = [];
  const told: Checked[] = [];
  const checks = new PackChecks(
    store,
    (files) =>
      new Promise((resolve, reject) => {
        const said = [...files.values()].join();
        asked.push({ said, answer: () => resolve([]), fail: () => reject(new Error('no connection')) });
      }),
    (checked) => told.push(checked),
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { store, asked, told, checks, settle };
};
const said = (asked: readonly { readonly said: string }[]) => asked.map((one) => one.said);

describe('checks of a pack that is edited', () => {
  it('checks an edit as the editor says it, and not again when its text is written into the file', async () => {
    const { store, asked, told, checks, settle } = start();
    checks.begin();
    asked[0]?.answer();
    await settle();
    checks.look('<drawn/>');
    store.set('process.bpmn', '<written/>');
    assert.equal(checks.known, true);
    checks.begin();
    asked[1]?.answer();
    await settle();
    assert.deepEqual(said(asked), ['<a/>,a: 1', '<drawn/>,a: 1']);
    assert.deepEqual(
      told.map(({ state }) => state),
      ['checking', 'done', 'checking', 'done'],
    );
    store.set('pack.yaml', 'a: 2');
    assert.equal(checks.known, false);
    checks.begin();
    assert.equal(asked[2]?.said, '<drawn/>,a: 2');
  });

  it('tells again what it knows, for who has said meanwhile that the files are being checked', async () => {
    const { store, asked, told, checks, settle } = start();
    checks.look('<drawn/>');
    asked[0]?.answer();
    await settle();
    // Undone and done again: the file is another one for a moment, and then as it was checked.
    store.set('pack.yaml', 'a: 2');
    assert.equal(checks.known, false);
    store.set('pack.yaml', 'a: 1');
    checks.look('<drawn/>');
    assert.equal(asked.length, 1);
    assert.equal(told.at(-1)?.state, 'done');
    assert.equal(told.length, 3);
  });

  it('drops an answer that was overtaken, and checks one after the other', async () => {
    const { asked, told, checks, settle } = start();
    checks.begin();
    checks.look('<b/>');
    checks.look('<c/>');
    assert.equal(asked.length, 1);
    asked[0]?.answer();
    await settle();
    assert.deepEqual(said(asked), ['<a/>,a: 1', '<c/>,a: 1']);
    assert.ok(told.every(({ state }) => state === 'checking'));
    asked[1]?.answer();
    await settle();
    assert.equal(told.at(-1)?.state, 'done');
  });

  it('forgets what was drawn when a process is put in from outside', () => {
    const { store, asked, checks } = start();
    checks.look('<drawn/>');
    store.replace(new Map([['process.bpmn', '<other/>']]));
    assert.equal(checks.known, false);
    asked[0]?.answer();
    checks.begin();
    assert.equal(checks.known, true);
  });

  it('tells that a check failed, and tries again', async () => {
    const { asked, told, checks, settle } = start();
    checks.begin();
    asked[0]?.fail();
    await settle();
    assert.deepEqual(told.at(-1), { state: 'failed' });
    assert.equal(checks.known, false);
    checks.begin();
    asked[1]?.answer();
    await settle();
    assert.equal(told.at(-1)?.state, 'done');
  });
});
