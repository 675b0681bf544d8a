import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../scripts/console/paths.ts';
import { acceptCase, draftFoodLicense, signIn } from '../../scripts/journey/steps.ts';
import { type BenchLine, benchLine, median, percentile, round } from './benchLine.ts';
import { type BenchStack, waitUntilIdle } from './benchStack.ts';
import { inParallel } from './inParallel.ts';

/** Licenses issued before counting, which warm fonts and keys up (issueLicense.bench.ts leaves them out). */
const warmUp = 3;

/** Milliseconds to issue a license (intent, drawing, signing, file, commit) ÷ the same drawing and signing alone. */
export async function measureLicenseIssue(
  stack: BenchStack,
  options: { licenses: number },
): Promise<BenchLine> {
  const clerk = await signIn(stack.serverUrl, 'clerk');
  const list = Array.from({ length: options.licenses + warmUp });
  const { results: caseIds } = await inParallel(4, list, async () => {
    const id = String((await draftFoodLicense(clerk))['id']);
    await acceptCase(clerk, id);
    return id;
  });
  await waitUntilIdle(stack);
  const file = join(ROOT, 'server', 'src', 'licenses', 'issueLicense.bench.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', file, caseIds.join(',')],
    {
      cwd: ROOT,
      env: { ...process.env, ...stack.settings, LOG_LEVEL: 'silent' },
      maxBuffer: 16 * 1024 * 1024,
    },
  );
  const { issueTimes, bareTimes } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as {
    issueTimes: number[];
    bareTimes: number[];
  };
  return benchLine({
    name: 'licenseIssue',
    numerator: median(issueTimes),
    denominator: median(bareTimes),
    unit: 'milliseconds a license (p50)',
    samples: { numerator: issueTimes.length, denominator: bareTimes.length },
    target: { max: 2 },
    details: {
      p95: { issue: round(percentile(issueTimes, 0.95)), drawAndSign: round(percentile(bareTimes, 0.95)) },
    },
  });
}
