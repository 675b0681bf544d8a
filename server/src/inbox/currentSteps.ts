import type { AppContext } from '../app/appContext.ts';
import type { Text } from '../errors/appError.ts';
import { taskIndexOf } from './taskIndex.ts';

/** Names of the steps at which cases stand now, by case id; several where they stand at several. */
export async function currentSteps(app: AppContext): Promise<(caseId: string) => Text[]> {
  const index = taskIndexOf(app);
  await index.fresh();
  return (caseId) => [...index.ofCase(caseId)].map(({ stepName }) => stepName);
}
