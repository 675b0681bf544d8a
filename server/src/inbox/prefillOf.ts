import type { Step } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { gatherFacts, readSource } from '../licenses/readSource.ts';

/** What a step's form holds before anybody fills it in: values of the case, by key of the field. */
export async function prefillOf(
  app: AppContext,
  subject: CaseDocument,
  step: Pick<Step, 'prefill'>,
): Promise<Record<string, unknown>> {
  if (step.prefill.length === 0) return {};
  const facts = await gatherFacts(app, subject);
  return Object.fromEntries(
    step.prefill.flatMap((rule) => {
      const value = readSource(facts, rule.from);
      return value === undefined ? [] : [[rule.to, value] as const];
    }),
  );
}
