import type { Expectation } from '@onewindow/processes';
import { failure, type Place } from './failure.ts';
import { matchValue } from './matchValue.ts';
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
  for (const difference of matchValue(expected, actual, path))
    run.fail(
      difference.path,
      failure('different', { expected: difference.expected, actual: difference.actual }),
    );
}
