import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { SubmissionDocument } from '../cases/model.ts';
import { countedFrom } from './countedFrom.ts';
import { earlierForms } from './earlierForms.ts';
import { readVariables, type VariableRule } from './readVariables.ts';

/** The variables of a step's form that is handed in now; earlier forms are read where days are counted from one. */
export async function stepVariables(options: {
  app: AppContext;
  change: CaseChange;
  rules: readonly VariableRule[];
  data: Record<string, unknown>;
}): Promise<Record<string, string | number | boolean>> {
  const { app, change, rules, data } = options;
  const { subject, session, now } = change;
  const days = countedFrom(app, subject, now, 'step');
  if (!rules.some(({ daysFrom }) => daysFrom?.startsWith('/') === false))
    return readVariables(rules, data, days);
  const submissions = (await app.models.submissions
    .find({ tenant: app.tenant, caseId: subject._id }, null, { session })
    .sort({ at: 1 })
    .lean()) as SubmissionDocument[];
  return readVariables(rules, data, { ...days, earlier: earlierForms(app, submissions) });
}
