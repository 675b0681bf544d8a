import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { SubmissionDocument } from '../cases/model.ts';
import { dataOf } from '../cases/personOf.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import type { Variables } from './conditionHolds.ts';
import type { LoadedPack } from './packRegistry.ts';
import { readVariables } from './readVariables.ts';

/** Variables of the application and of every step so far, the latest of each. */
export async function knownVariables(options: {
  app: AppContext;
  change: CaseChange;
  loaded: LoadedPack;
}): Promise<Variables> {
  const { app, change, loaded } = options;
  const { session, subject } = change;
  const { variables } = await readEngineVariables({ app, subject, session });
  const submissions = (await app.models.submissions
    .find({ tenant: app.tenant, caseId: subject._id }, null, { session })
    .sort({ at: 1 })
    .lean()) as SubmissionDocument[];
  const said = submissions
    .filter(({ stepKey }) => stepKey !== 'intake')
    .map((entry) => readVariables(loaded.step(entry.stepKey).variables, dataOf(app, entry)));
  return Object.assign({}, variables, ...said) as Variables;
}
