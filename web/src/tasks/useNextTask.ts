import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listTasks, readTask } from '../api/tasks.ts';
import type { TaskSummary } from '../api/taskTypes.ts';
import { useUser } from '../app/session.ts';
import { readFilters } from '../inbox/inboxFilters.ts';

/** Tasks of the list that are looked at. */
const looked = 50;

/**
 * The task that comes after this one in the list that the person came from (its query is `inbox`): the next that they may
 * take up, from the beginning again at the end. It is read ahead.
 */
export function useNextTask(
  taskId: string,
  inbox: string,
  /** When it is asked: while the task is worked on, or after it is done. */
  moment: 'open' | 'done' = 'open',
): { next: TaskSummary | undefined; pending: boolean } {
  const user = useUser();
  const client = useQueryClient();
  const filters = readFilters(new URLSearchParams(inbox));
  const queue = useQuery({
    queryKey: ['tasks', 'next', taskId, moment, filters],
    queryFn: () => listTasks({ ...filters, limit: looked }),
  });
  const items = queue.data?.items ?? [];
  const here = items.findIndex((one) => one.id === taskId);
  const next = [...items.slice(here + 1), ...items.slice(0, Math.max(0, here))].find(
    (one) => one.id !== taskId && (one.assignee === null || one.assignee.id === user.id),
  );
  const nextId = next?.id;
  useEffect(() => {
    if (nextId === undefined) return;
    void client.prefetchQuery({ queryKey: ['task', nextId], queryFn: () => readTask(nextId) });
  }, [client, nextId]);
  return { next, pending: queue.isPending };
}
