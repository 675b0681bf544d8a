import type { EngineChanges } from '../client/caseCalls.ts';
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
  const { readAt, ...lists } = read;
  if (Object.values(lists).some((list) => list.length >= limit)) return undefined;
  return { changes: changesOf(read), watermark: newestOf(read, since) };
}

function changesOf(read: EngineChanges): HistoryChange[] {
  return [
    ...read.started.map((instance): HistoryChange => {
      return { kind: 'instanceStarted', at: instance.startTime, instance };
    }),
    ...read.created.map((task): HistoryChange => ({ kind: 'taskCreated', at: task.startTime, task })),
    ...read.updated.flatMap((task): HistoryChange[] =>
      task.lastUpdated === null ? [] : [{ kind: 'taskUpdated', at: task.lastUpdated, task }],
    ),
    ...read.ended.map((task): HistoryChange => {
      const completed = task.deleteReason === 'completed';
      return { kind: 'taskEnded', at: task.endTime ?? task.startTime, task, completed };
    }),
    ...read.finished.map((instance): HistoryChange => {
      return { kind: 'instanceEnded', at: instance.endTime ?? instance.startTime, instance };
    }),
    ...read.incidents.map((incident): HistoryChange => {
      return { kind: 'incidentRaised', at: incident.incidentTimestamp, incident };
    }),
  ];
}

/** The newest time written, at most the time at which the reading began: what came meanwhile is read again. */
function newestOf(read: EngineChanges, since: EngineInstant): EngineInstant {
  const times = [
    ...[...read.started, ...read.created].map(({ startTime }) => startTime),
    ...[...read.ended, ...read.finished].flatMap(({ endTime }) => endTime ?? []),
  ];
  let newest = since;
  for (const time of times) if (toMilliseconds(time) > toMilliseconds(newest)) newest = time;
  return toMilliseconds(newest) > toMilliseconds(read.readAt) ? read.readAt : newest;
}
