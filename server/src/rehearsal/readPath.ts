import type { Visit } from '@onewindow/processes';
import { caseOf, type Run } from './run.ts';

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
