import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startStack } from '../../scripts/stack/index.ts';
import { measureAcceptedAndStarted } from './acceptedAndStarted.ts';
import { openBenchStack } from './benchStack.ts';
import { measureInboxPage } from './inboxPage.ts';
import { measureLicenseIssue } from './licenseIssue.ts';

// `npm run bench [-- --only a|b|c] [-- --quick]`: one JSON line a measurement, each a ratio measured in this run on a stack
// of its own. a acceptedAndStarted, b inboxPage, c licenseIssue. Exit 0 whatever the ratios; 1 when one could not be measured.
const { values: given } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    cases: { type: 'string' },
    rounds: { type: 'string' },
    tasks: { type: 'string' },
    calls: { type: 'string' },
    licenses: { type: 'string' },
  },
});
const size = (name: 'cases' | 'rounds' | 'tasks' | 'calls' | 'licenses', full: number, quick: number) =>
  given[name] === undefined ? (given.quick ? quick : full) : Number(given[name]);

const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-bench-'));
const running = await startStack({
  dataDir,
  env: { RATE_LIMIT_PER_MINUTE: '100000000', LOG_LEVEL: 'warn' },
});
try {
  const stack = await openBenchStack(running);
  const measurements = {
    a: () =>
      measureAcceptedAndStarted(stack, { cases: size('cases', 120, 24), rounds: size('rounds', 3, 1) }),
    c: () => measureLicenseIssue(stack, { licenses: size('licenses', 40, 8) }),
    b: () => measureInboxPage(stack, { tasks: size('tasks', 10_000, 1_000), calls: size('calls', 200, 40) }),
  };
  for (const [name, measure] of Object.entries(measurements)) {
    if (given.only === undefined || given.only.includes(name))
      process.stdout.write(`${JSON.stringify(await measure())}\n`);
  }
  await stack.close();
} finally {
  await running.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
