import { parseSource } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { SubmissionDocument } from '../cases/model.ts';
import { dataOf } from '../cases/personOf.ts';
import { readPointer } from './readVariables.ts';

/** What forms that were filled in say at a source (`intake:/x`, `step.review:/y`): the latest of each that was not undone. */
export function earlierForms(
  app: AppContext,
  /** In the order in which they were handed in. */
  submissions: readonly SubmissionDocument[],
): (source: string) => unknown {
  return (source) => {
    const { origin, step, pointer } = parseSource(source);
    const stepKey = step ?? origin;
    const latest = submissions.findLast((one) => one.stepKey === stepKey && one.undoneAt === undefined);
    return latest === undefined ? undefined : readPointer(dataOf(app, latest), pointer);
  };
}
