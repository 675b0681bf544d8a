import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countTap } from './runSpecs.ts';

const report = (counts: string) =>
  `TAP version 13\n# Subtest: x\nok 1 - x\n1..1\n${counts}\n# duration_ms 5.1\n`;

test('given a report, its pass, fail, cancelled and skipped tests are counted', () => {
  const result = countTap(report('# tests 9\n# pass 4\n# fail 2\n# cancelled 1\n# skipped 1\n# todo 1'), 1);
  assert.deepEqual(result, { passed: 4, failed: 3, skipped: 2, problems: [] });
});

test('given a run that ended badly though no test failed, it counts as a failure', () => {
  const result = countTap(report('# tests 1\n# pass 1\n# fail 0\n# cancelled 0\n# skipped 0\n# todo 0'), 7);
  assert.equal(result.failed, 1);
  assert.match(result.problems[0] ?? '', /ended with 7/);
});

test('given a test that prints a line like the summary, the summary at the end wins', () => {
  assert.equal(
    countTap(`# fail 12\n${report('# pass 1\n# fail 0\n# cancelled 0\n# skipped 0\n# todo 0')}`, 0).failed,
    0,
  );
});
