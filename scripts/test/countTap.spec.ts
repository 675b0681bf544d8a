import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../console/paths.ts';
import { noResult } from './phase.ts';
import { countTap } from './runSpecs.ts';

const report = (counts: string) =>
  `TAP version 13\n# Subtest: x\nok 1 - x\n1..1\n${counts}\n# duration_ms 5.1\n`;

test('given a report, its pass, fail, cancelled and skipped tests are counted', () => {
  const result = countTap(report('# tests 9\n# pass 4\n# fail 2\n# cancelled 1\n# skipped 1\n# todo 1'), 1);
  assert.deepEqual(result, { ...noResult, passed: 4, failed: 3, skipped: 2 });
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

test('given tests that failed, they are named with their files, their suites are not', () => {
  const failed = (indent: string, name: string, facts: readonly string[]) =>
    [`not ok 1 - ${name}`, '  ---', ...facts.map((fact) => `  ${fact}`), '  ...']
      .map((line) => `${indent}${line}\n`)
      .join('');
  const at = `location: '${join(ROOT, 'server', 'src', 'x.spec.ts')}:3:23'`;
  const printed = [
    failed('    ', 'is drawn', [at, "failureType: 'testCodeFailure'", 'error: |-', '  not', '', '  so']),
    failed('', 'a picture', [at, "failureType: 'subtestsFailed'"]),
    failed('    ', 'waits', [at, "failureType: 'cancelledByParent'"]),
    failed('', 'a hook', [at, "failureType: 'hookFailed'"]),
  ];
  assert.deepEqual(countTap(`${printed.join('')}# fail 2\n# cancelled 1\n`, 1).failures, [
    { file: 'server/src/x.spec.ts', name: 'is drawn' },
    { file: 'server/src/x.spec.ts', name: 'a hook' },
  ]);
});
