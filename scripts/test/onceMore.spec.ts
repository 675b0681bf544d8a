import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onceMore } from './onceMore.ts';
import { noResult, type PhaseResult } from './phase.ts';

const ended = (passed: number, failed: readonly string[], problems: readonly string[] = []): PhaseResult => ({
  ...noResult,
  passed,
  failed: failed.length,
  problems,
  failures: failed.map((file) => ({ file, name: 'does' })),
});

const playing = (...results: PhaseResult[]) => {
  const asked: (readonly string[])[] = [];
  const play = async (files: readonly string[]) => {
    asked.push(files);
    return results[asked.length - 1] ?? noResult;
  };
  return { asked, play };
};

test('given that everything passes, nothing is played twice', async () => {
  const { asked, play } = playing(ended(5, []));
  assert.deepEqual(await onceMore(['a', 'b'], play), ended(5, []));
  assert.equal(asked.length, 1);
});

test('given a failure that passes alone, it is no failure and is named', async () => {
  const { asked, play } = playing(ended(5, ['b']), ended(1, []));
  const result = await onceMore(['a', 'b'], play);
  assert.deepEqual([result.passed, result.failed, asked[1]], [6, 0, ['b']]);
  assert.match(result.remarks.join(), /unsteady.*b: does/);
});

test('given a failure that fails again, it has failed', async () => {
  const { play } = playing(ended(5, ['b', 'b']), ended(1, ['b']));
  const result = await onceMore(['a', 'b'], play);
  assert.deepEqual([result.passed, result.failed], [5, 2]);
  assert.match(result.remarks.join(), /failed again/);
});

test('given many failures, or something that failed beside the tests, nothing is played twice', async () => {
  for (const first of [
    ended(1, ['a', 'b', 'c', 'd']),
    ended(1, ['a'], ['a query that no index serves']),
    ended(1, ['a', 'a process']),
  ]) {
    const { asked, play } = playing(first);
    assert.deepEqual(await onceMore(['a', 'b', 'c', 'd'], play), first);
    assert.equal(asked.length, 1);
  }
});
