import type { Visit } from '@onewindow/processes';
import { caseOf, type Run } from './run.ts';
import { casesOf } from './themeActs.ts';

/**
 * The way of the scenario for the coverage: what its case passed of the process; for a theme the items that were taken up,
 * in the order in which they were.
 */
export async function readWay(run: Run): Promise<readonly Visit[]> {
  if (run.loaded.pack.theme === undefined) return readVisits(run);
  const [, ...items] = await casesOf(run);
  return items
    .filter(({ receivedAt }) => receivedAt !== undefined)
    .sort((a, b) => (a.receivedAt?.getTime() ?? 0) - (b.receivedAt?.getTime() ?? 0))
    .map(({ packCode, state }) => ({ activityId: packCode, left: state !== 'received' }));
}

/** What the engine recorded of the way of the case, in the order in which it came there. */
export async function readVisits(run: Run): Promise<(Visit & { readonly type: string })[]> {
  const { app } = run.stage;
  if (run.caseId === undefined) return [];
  const { processInstanceId } = (await caseOf(run)).engine;
  if (processInstanceId === undefined) return [];
  const activities = await app.engine.listHistoricActivities({ processInstanceId });
  return activities.map(({ activityId, activityType, endTime, canceled }) => ({
    activityId,
    type: activityType,
    left: endTime !== null && !canceled,
  }));
}
