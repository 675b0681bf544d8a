import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listTasks } from '../api/tasks.ts';
import type { TaskSummary } from '../api/taskTypes.ts';
import type { Page } from '../api/types.ts';
import { useUser } from '../app/session.ts';
import { readFilters } from '../inbox/inboxFilters.ts';
import { readTaskPage } from './readTaskPage.ts';

/** Tasks of the list that are looked at. */
const looked = 50;
/** Milliseconds for which the list that the person came from says what comes next. */
const fresh = 60_000;

/**
 * The task that comes after this one in the list that the person came from (its query is `inbox`): the next that they may
 * take up, from the beginning again at the end. It is read ahead where it is likely to be opened: by who holds this one, and
 * after it is done.
 */
export function useNextTask(
  taskId: string,
  inbox: string,
  /** When it is asked: while the task is looked at or worked on, or after it is done. */
  moment: 'open' | 'held' | 'done' = 'open',
): { next: TaskSummary | undefined; pending: boolean } {
  const user = useUser();
  const client = useQueryClient();
  const filters = readFilters(new URLSearchParams(inbox));
  const done = moment === 'done';
  const listKey = ['tasks', 'list', filters];
  const queue = useQuery({
    queryKey: ['tasks', 'next', taskId, done, filters],
    queryFn: () => listTasks({ ...filters, limit: looked }),
    ...(done
      ? {}
      : {
          staleTime: fresh,
          initialData: () => client.getQueryData<InfiniteData<Page<TaskSummary>>>(listKey)?.pages[0],
          initialDataUpdatedAt: () => client.getQueryState(listKey)?.dataUpdatedAt,
        }),
  });
  const items = queue.data?.items ?? [];
  const here = items.findIndex((one) => one.id === taskId);
  const next = [...items.slice(here + 1), ...items.slice(0, Math.max(0, here))].find(
    (one) => one.id !== taskId && (one.assignee === null || one.assignee.id === user.id),
  );
  const nextId = moment === 'open' ? undefined : next?.id;
  useEffect(() => {
    if (nextId === undefined) return;
    void client.prefetchQuery({ queryKey: ['task', nextId], queryFn: () => readTaskPage(client, nextId) });
  }, [client, nextId]);
  return { next, pending: queue.isPending };
}
