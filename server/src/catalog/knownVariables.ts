import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { SubmissionDocument } from '../cases/model.ts';
import { dataOf } from '../cases/personOf.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import type { Variables } from './conditionHolds.ts';
import { countedFrom } from './countedFrom.ts';
import { earlierForms } from './earlierForms.ts';
import { readVariables } from './readVariables.ts';

/** Variables of the application and of every step so far, the latest of each. */
export async function knownVariables(options: { app: AppContext; change: CaseChange }): Promise<Variables> {
  const { app, change } = options;
  const { session, subject } = change;
  const { variables } = await readEngineVariables({ app, subject, session });
  const submissions = (await app.models.submissions
    .find({ tenant: app.tenant, caseId: subject._id }, null, { session })
    .sort({ at: 1 })
    .lean()) as SubmissionDocument[];
  // A case that was migrated has filled in the forms of more than one version.
  const said = await Promise.all(
    submissions
      .filter(({ stepKey }) => stepKey !== 'intake')
      .map(async (entry) => {
        const before = submissions.slice(0, submissions.indexOf(entry));
        const filled = await app.packs.version(subject.packCode, entry.packVersion);
        const days = countedFrom(app, subject, entry.at, 'step');
        return readVariables(filled.step(entry.stepKey).variables, dataOf(app, entry), {
          ...days,
          earlier: earlierForms(app, before),
        });
      }),
  );
  return Object.assign({}, variables, ...said) as Variables;
}
