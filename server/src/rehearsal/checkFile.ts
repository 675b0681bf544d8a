import type { Expectation } from '@onewindow/processes';
import type { Place } from './failure.ts';
import { compare } from './noteDifferences.ts';
import { caseOf, type Run } from './run.ts';

/** Compares the case file of a dispatch and its evaluation. */
export async function checkFile(
  run: Run,
  expected: NonNullable<Expectation['dispatch']>,
  path: Place,
): Promise<void> {
  const { app } = run.stage;
  const file = (await caseOf(run)).dispatch;
  const own = { tenant: app.tenant, caseId: run.caseId ?? '' };
  const evaluation = await app.models.evaluations.findOne(own).lean();
  const actual = {
    ...file,
    calls: file?.calls.length,
    suspendedUntil: file?.suspended?.until ?? 'none',
    end: file?.end?.kind ?? 'none',
    evaluation: evaluation ?? 'none',
  };
  compare(run, expected, actual, path);
}
