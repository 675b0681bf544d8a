import type { EngineClient } from '../client/createEngineClient.ts';
import type { EngineInstant, HistoricProcessInstance, HistoricTask } from '../client/types.ts';

type HistoryTime = 'startTime' | 'endTime';
type Read<Entry> = (
  time: HistoryTime,
  /** Inclusive; everything when undefined. */
  after: EngineInstant | undefined,
  maxResults: number,
  sortOrder?: 'asc' | 'desc',
) => Promise<Entry[]>;

/** Instances and tasks of history that started, or ended, at or after an instant: by that time, then by id. */
export function historyQueries(
  client: EngineClient,
  tenants: { tenantIdIn?: string[] },
): { instances: Read<HistoricProcessInstance>; tasks: Read<HistoricTask> } {
  const filter = (time: HistoryTime, after: EngineInstant | undefined) => ({
    ...tenants,
    ...(time === 'startTime' ? given('startedAfter', after) : given('finishedAfter', after)),
    ...(time === 'startTime' ? {} : { finished: true }),
  });
  return {
    instances: (time, after, maxResults, order = 'asc') =>
      client.listHistoricInstances(
        { ...filter(time, after), sorting: sortedBy(time, 'instanceId', order) },
        { maxResults },
      ),
    tasks: (time, after, maxResults, order = 'asc') =>
      client.listHistoricTasks(
        { ...filter(time, after), sorting: sortedBy(time, 'taskId', order) },
        { maxResults },
      ),
  };
}

/** A filter by an instant, left out when there is none. */
export function given<K extends string>(
  name: K,
  value: EngineInstant | undefined,
): { [key in K]?: EngineInstant } {
  return (value === undefined ? {} : { [name]: value }) as { [key in K]?: EngineInstant };
}

/** Sorting by a time and, within it, by id. */
export function sortedBy<A extends string, B extends string>(
  time: A,
  id: B,
  sortOrder: 'asc' | 'desc' = 'asc',
): { sortBy: A | B; sortOrder: 'asc' | 'desc' }[] {
  return [
    { sortBy: time, sortOrder },
    { sortBy: id, sortOrder },
  ];
}
