import type { EngineClient } from '../client/createEngineClient.ts';
import type {
  EngineIncident,
  EngineInstant,
  EngineTask,
  HistoricProcessInstance,
  HistoricTask,
} from '../client/types.ts';
import { shiftInstant, toMilliseconds } from './engineInstant.ts';
import { given, historyQueries, sortedBy } from './historyQueries.ts';
import { pageByTime, type TimePages } from './pageByTime.ts';
import { readChangesAtOnce } from './readChangesAtOnce.ts';

/** One thing that happened in the engine. Changes repeat (overlap): apply them as upserts by id. */
export type HistoryChange =
  | { kind: 'taskCreated'; at: EngineInstant; task: TaskRef }
  /** Claimed, released, delegated or otherwise changed by anybody; the task is still open. */
  | { kind: 'taskUpdated'; at: EngineInstant; task: TaskRef & { assignee: string | null } }
  | { kind: 'taskEnded'; at: EngineInstant; task: TaskRef; completed: boolean }
  | { kind: 'instanceEnded'; at: EngineInstant; instance: { id: string; state: string } }
  | {
      kind: 'incidentRaised';
      at: EngineInstant;
      incident: Pick<
        EngineIncident,
        'id' | 'processInstanceId' | 'activityId' | 'incidentType' | 'incidentMessage'
      >;
    };

type TaskRef = { id: string; processInstanceId: string };

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
  const history = historyQueries(client, tenants);
  const newest = await newestInstant(history, from);
  const pages = <T extends { id: string }>(timeOf: (entry: T) => EngineInstant, read: TimePages<T>['read']) =>
    pageByTime<T>({ from, pageSize, idOf: ({ id }) => id, timeOf, read });

  const created = pages<HistoricTask>(startOf, (after, limit) => history.tasks('startTime', after, limit));
  for await (const page of created)
    yield inner(page.map((task) => ({ kind: 'taskCreated', at: task.startTime, task })));

  const updated = pages<EngineTask>(changedAt, (after, maxResults) =>
    // updatedAfter is exclusive
    client.listTasks(
      {
        ...tenants,
        ...given('updatedAfter', after && shiftInstant(after, -1)),
        sorting: sortedBy('lastUpdated', 'id'),
      },
      { maxResults },
    ),
  );
  for await (const page of updated) {
    const changed = page.filter(({ lastUpdated }) => lastUpdated !== null);
    yield inner(changed.map((task) => ({ kind: 'taskUpdated', at: changedAt(task), task })));
  }

  const ended = pages<HistoricTask>(endOf, (after, limit) => history.tasks('endTime', after, limit));
  for await (const page of ended) {
    yield inner(
      page.map((task) => ({
        kind: 'taskEnded',
        at: endOf(task),
        task,
        completed: task.deleteReason === 'completed',
      })),
    );
  }

  const finished = pages<HistoricProcessInstance>(endOf, (after, limit) =>
    history.instances('endTime', after, limit),
  );
  for await (const page of finished)
    yield inner(page.map((instance) => ({ kind: 'instanceEnded', at: endOf(instance), instance })));

  const incidents = pages<EngineIncident>(
    ({ incidentTimestamp }) => incidentTimestamp,
    (after, maxResults) =>
      client.listIncidents(given('incidentTimestampAfter', after && shiftInstant(after, -1)), { maxResults }),
  );
  for await (const page of incidents) {
    const ours = page.filter(({ tenantId }) => tenant === undefined || tenantId === tenant);
    yield inner(
      ours.map((incident) => ({ kind: 'incidentRaised', at: incident.incidentTimestamp, incident })),
    );
  }
  yield { changes: [], watermark: newest ?? since };
}

type Times = { startTime: EngineInstant; endTime: EngineInstant | null };
const startOf = ({ startTime }: Times) => startTime;
const endOf = ({ startTime, endTime }: Times) => endTime ?? startTime;
const changedAt = ({ lastUpdated, created }: EngineTask) => lastUpdated ?? created;
const inner = (changes: HistoryChange[]): HistoryPage => ({ changes, watermark: null });

/** The newest time in the engine's history, null when there is none at or after `from`. */
async function newestInstant(
  history: ReturnType<typeof historyQueries>,
  from: EngineInstant | undefined,
): Promise<EngineInstant | null> {
  const latest = await Promise.all([
    history.tasks('startTime', from, 1, 'desc'),
    history.tasks('endTime', from, 1, 'desc'),
    history.instances('startTime', from, 1, 'desc'),
    history.instances('endTime', from, 1, 'desc'),
  ]);
  const times = latest.flatMap((entries, at) => entries.map(at % 2 === 0 ? startOf : endOf));
  return times.reduce<EngineInstant | null>(
    (newest, time) => (newest === null || toMilliseconds(time) > toMilliseconds(newest) ? time : newest),
    null,
  );
}
