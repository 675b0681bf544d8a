import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { departmentRef } from '../cases/viewCase.ts';
import type { BatchEntryDocument, BatchListDocument } from './model.ts';

/**
 * The lists of batches that a case is or was on, the latest first, for whoever applied: which list, whose, and how far it has
 * come with this case. Nothing of the other cases of a list, not even how many they are; what was concluded stands with the
 * decision.
 */
export async function ownBatchLists(app: AppContext, { _id: caseId }: Pick<CaseDocument, '_id'>) {
  const { tenant } = app;
  const entries = (await app.models.batchEntries.find({ tenant, caseId }).lean()) as BatchEntryDocument[];
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const list = await app.models.batchLists.findOne({ _id: entry.listId, tenant }).lean();
      return list === null ? [] : [viewOwn(app, entry, list as BatchListDocument)];
    }),
  );
  return { items: lists.flat().sort((one, other) => (one.at < other.at ? 1 : -1)) };
}

function viewOwn(app: AppContext, { taskId }: BatchEntryDocument, list: BatchListDocument) {
  return {
    id: list._id,
    number: list.number,
    itemName: list.itemName,
    stepName: list.stepName,
    department: departmentRef(app, list.departmentId),
    at: list.at.toISOString(),
    state: stateOnList(taskId, list),
  };
}

/** `waiting`: its turn has not come yet; `leftOut`: the list was closed without it, the case is dealt with by itself. */
export function stateOnList(
  taskId: string,
  { results, state }: Pick<BatchListDocument, 'results' | 'state'>,
): 'waiting' | 'handled' | 'leftOut' {
  const result = results.find((one) => one.taskId === taskId);
  if (result?.ok === true) return 'handled';
  return result === undefined && state === 'running' ? 'waiting' : 'leftOut';
}
