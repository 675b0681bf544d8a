import type { EngineClient } from '../client/createEngineClient.ts';
import type {
  EngineIncident,
  EngineInstant,
  EngineTask,
  HistoricProcessInstance,
  HistoricTask,
} from '../client/types.ts';
import { shiftInstant, toMilliseconds } from './engineInstant.ts';
import { pageByTime } from './pageByTime.ts';
import { readChangesAtOnce } from './readChangesAtOnce.ts';

/** One thing that happened in the engine. Changes repeat (overlap): apply them as upserts by id. */
export type HistoryChange =
  | { kind: 'instanceStarted'; at: EngineInstant; instance: HistoricProcessInstance }
  | { kind: 'taskCreated'; at: EngineInstant; task: HistoricTask }
  /** Claimed, released, delegated or otherwise changed by anybody; the task is still open. */
  | { kind: 'taskUpdated'; at: EngineInstant; task: EngineTask }
  | { kind: 'taskEnded'; at: EngineInstant; task: HistoricTask; completed: boolean }
  | { kind: 'instanceEnded'; at: EngineInstant; instance: HistoricProcessInstance }
  | { kind: 'incidentRaised'; at: EngineInstant; incident: EngineIncident };

export type HistoryPage = {
  changes: HistoryChange[];
  /** On the last page what to pass as `since` next time; null on the others: do not store before all is applied. */
  watermark: EngineInstant | null;
};

export type ReadHistoryChanges = {
  client: EngineClient;
  /** Watermark of the last complete read; null reads everything. */
  since: EngineInstant | null;
  tenant?: string;
  /** Milliseconds read again, longer than the engine's longest transaction. Default 120,000. */
  overlapMs?: number;
  pageSize?: number;
};

/**
 * Reads what changed in the engine since a watermark, in pages ordered by kind, time and id. Only the engine's clock
 * counts: the new watermark is the newest time that the engine had written when the reading began, and times lie
 * `overlapMs` behind it because a transaction stamps its entries before it commits them.
 *
 * Throws EngineError; then keep the old watermark.
 */
export async function* readHistoryChanges(request: ReadHistoryChanges): AsyncGenerator<HistoryPage> {
  const { client, since, tenant, overlapMs = 120_000, pageSize = 500 } = request;
  const from = since === null ? undefined : shiftInstant(since, -overlapMs);
  const atOnce =
    since === null || tenant === undefined || from === undefined
      ? undefined
      : await readChangesAtOnce({ client, since, from, tenant, limit: pageSize });
  if (atOnce !== undefined) {
    yield atOnce;
    return;
  }
  const tenants = tenant === undefined ? {} : { tenantIdIn: [tenant] };
  const newest = await newestInstant(client, from, tenants);
  const paging = { from, pageSize };

  const started = pageByTime<HistoricProcessInstance>({
    ...paging,
    idOf: byId,
    timeOf: ({ startTime }) => startTime,
    read: (after, maxResults) =>
      client.listHistoricInstances(
        { ...tenants, ...given('startedAfter', after), sorting: sortedBy('startTime', 'instanceId') },
        { maxResults },
      ),
  });
  for await (const page of started) {
    yield inner(page.map((instance) => ({ kind: 'instanceStarted', at: instance.startTime, instance })));
  }
  const created = pageByTime<HistoricTask>({
    ...paging,
    idOf: byId,
    timeOf: ({ startTime }) => startTime,
    read: (after, maxResults) =>
      client.listHistoricTasks(
        { ...tenants, ...given('startedAfter', after), sorting: sortedBy('startTime', 'taskId') },
        { maxResults },
      ),
  });
  for await (const page of created)
    yield inner(page.map((task) => ({ kind: 'taskCreated', at: task.startTime, task })));

  const updated = pageByTime<EngineTask>({
    ...paging,
    idOf: byId,
    timeOf: changedAt,
    // updatedAfter is exclusive
    read: (after, maxResults) =>
      client.listTasks(
        {
          ...tenants,
          ...given('updatedAfter', after && shiftInstant(after, -1)),
          sorting: sortedBy('lastUpdated', 'id'),
        },
        { maxResults },
      ),
  });
  for await (const page of updated) {
    const changed = page.filter(({ lastUpdated }) => lastUpdated !== null);
    yield inner(changed.map((task) => ({ kind: 'taskUpdated', at: changedAt(task), task })));
  }
  const ended = pageByTime<HistoricTask>({
    ...paging,
    idOf: byId,
    timeOf: ({ endTime, startTime }) => endTime ?? startTime,
    read: (after, maxResults) =>
      client.listHistoricTasks(
        {
          ...tenants,
          ...given('finishedAfter', after),
          finished: true,
          sorting: sortedBy('endTime', 'taskId'),
        },
        { maxResults },
      ),
  });
  for await (const page of ended) {
    yield inner(
      page.map((task) => ({
        kind: 'taskEnded',
        at: task.endTime ?? task.startTime,
        task,
        completed: task.deleteReason === 'completed',
      })),
    );
  }
  const finished = pageByTime<HistoricProcessInstance>({
    ...paging,
    idOf: byId,
    timeOf: ({ endTime, startTime }) => endTime ?? startTime,
    read: (after, maxResults) =>
      client.listHistoricInstances(
        {
          ...tenants,
          ...given('finishedAfter', after),
          finished: true,
          sorting: sortedBy('endTime', 'instanceId'),
        },
        { maxResults },
      ),
  });
  for await (const page of finished) {
    yield inner(
      page.map((instance) => ({
        kind: 'instanceEnded',
        at: instance.endTime ?? instance.startTime,
        instance,
      })),
    );
  }
  const incidents = pageByTime<EngineIncident>({
    ...paging,
    idOf: byId,
    timeOf: ({ incidentTimestamp }) => incidentTimestamp,
    read: (after, maxResults) =>
      client.listIncidents(given('incidentTimestampAfter', after && shiftInstant(after, -1)), { maxResults }),
  });
  for await (const page of incidents) {
    const ours = page.filter(({ tenantId }) => tenant === undefined || tenantId === tenant);
    yield inner(
      ours.map((incident) => ({ kind: 'incidentRaised', at: incident.incidentTimestamp, incident })),
    );
  }
  yield { changes: [], watermark: newest ?? since };
}

const byId = ({ id }: { id: string }) => id;
const changedAt = ({ lastUpdated, created }: EngineTask) => lastUpdated ?? created;
const inner = (changes: HistoryChange[]): HistoryPage => ({ changes, watermark: null });

function given<K extends string>(name: K, value: EngineInstant | undefined): { [key in K]?: EngineInstant } {
  return (value === undefined ? {} : { [name]: value }) as { [key in K]?: EngineInstant };
}

function sortedBy<A extends string, B extends string>(time: A, id: B): { sortBy: A | B; sortOrder: 'asc' }[] {
  return [
    { sortBy: time, sortOrder: 'asc' },
    { sortBy: id, sortOrder: 'asc' },
  ];
}

/** The newest time in the engine's history, null when there is none at or after `from`. */
async function newestInstant(
  client: EngineClient,
  from: EngineInstant | undefined,
  tenants: { tenantIdIn?: string[] },
): Promise<EngineInstant | null> {
  const one = { maxResults: 1 };
  const last = <S extends string>(sortBy: S) => [{ sortBy, sortOrder: 'desc' as const }];
  const [startedTask] = await client.listHistoricTasks(
    { ...tenants, ...given('startedAfter', from), sorting: last('startTime') },
    one,
  );
  const [endedTask] = await client.listHistoricTasks(
    { ...tenants, ...given('finishedAfter', from), finished: true, sorting: last('endTime') },
    one,
  );
  const [started] = await client.listHistoricInstances(
    { ...tenants, ...given('startedAfter', from), sorting: last('startTime') },
    one,
  );
  const [ended] = await client.listHistoricInstances(
    { ...tenants, ...given('finishedAfter', from), finished: true, sorting: last('endTime') },
    one,
  );
  const times = [startedTask?.startTime, endedTask?.endTime, started?.startTime, ended?.endTime].filter(
    (time) => time != null,
  );
  return times.reduce<EngineInstant | null>(
    (newest, time) => (newest === null || toMilliseconds(time) > toMilliseconds(newest) ? time : newest),
    null,
  );
}
