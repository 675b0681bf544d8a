import type { EngineChange } from '../client/caseCalls.ts';
import type { EngineClient } from '../client/createEngineClient.ts';
import type { EngineInstant } from '../client/types.ts';
import { toMilliseconds } from './engineInstant.ts';
import type { HistoryChange, HistoryPage } from './readHistoryChanges.ts';

/**
 * The same as the paged reading in one request, as long as little has changed: undefined when a list may have been cut,
 * or when the engine does not offer the call. The watermark never lies behind the beginning of the reading.
 * Throws EngineError.
 */
export async function readChangesAtOnce(request: {
  client: EngineClient;
  since: EngineInstant;
  from: EngineInstant;
  tenant: string;
  limit: number;
}): Promise<HistoryPage | undefined> {
  const { client, since, from, tenant, limit } = request;
  const read = await client.readChanges({ since: from, tenant, limit });
  if (read === undefined) return undefined;
  const { readAt, created, updated, ended, finished, incidents } = read;
  if (created === null || updated === null || ended === null || finished === null || incidents === null)
    return undefined;
  const changes: HistoryChange[] = [
    ...created.map((task): HistoryChange => ({ kind: 'taskCreated', at: task.at, task })),
    ...updated.map(({ detail, ...task }): HistoryChange => {
      return { kind: 'taskUpdated', at: task.at, task: { ...task, assignee: detail } };
    }),
    ...ended.map((task): HistoryChange => {
      return { kind: 'taskEnded', at: task.at, task, completed: task.detail === 'completed' };
    }),
    ...finished.map(({ id, at, detail }): HistoryChange => {
      return { kind: 'instanceEnded', at, instance: { id, state: detail ?? '' } };
    }),
    ...incidents.map(({ detail, message, activityId, ...incident }): HistoryChange => {
      const told = { incidentType: detail ?? '', incidentMessage: message, activityId: activityId ?? '' };
      return { kind: 'incidentRaised', at: incident.at, incident: { ...incident, ...told } };
    }),
  ];
  return { changes, watermark: newestOf([...created, ...ended, ...finished], since, readAt) };
}

/** The newest time written, at most the time at which the reading began: what came meanwhile is read again. */
function newestOf(
  entries: readonly EngineChange[],
  since: EngineInstant,
  readAt: EngineInstant,
): EngineInstant {
  let newest = since;
  for (const { at } of entries) if (toMilliseconds(at) > toMilliseconds(newest)) newest = at;
  return toMilliseconds(newest) > toMilliseconds(readAt) ? readAt : newest;
}
