import type { Step } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { gatherFacts, readSource } from '../licenses/readSource.ts';
import { sharedRecordOf } from '../themes/jointRecord.ts';

/** What a step's form holds before anybody fills it in: values of the case, by key of the field. */
export async function prefillOf(
  app: AppContext,
  subject: CaseDocument,
  step: Pick<Step, 'prefill'>,
  /** The step, where it may belong to a joint visit of a theme. */
  stepKey?: string,
): Promise<Record<string, unknown>> {
  const shared = stepKey === undefined ? {} : await sharedRecordOf(app, subject, stepKey);
  if (step.prefill.length === 0) return shared;
  const facts = await gatherFacts(app, subject);
  const own = Object.fromEntries(
    step.prefill.flatMap((rule) => {
      const value = readSource(facts, rule.from);
      return value === undefined ? [] : [[rule.to, value] as const];
    }),
  );
  return { ...own, ...shared };
}
