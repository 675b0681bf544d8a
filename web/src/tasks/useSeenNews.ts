import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { seeNews } from '../api/desk.ts';
import type { TaskSummary } from '../api/taskTypes.ts';

/** Whoever holds the task and has it open has seen what came in: the mark in the lists goes away. */
export function useSeenNews(task: TaskSummary, holds: boolean): void {
  const client = useQueryClient();
  const latest = (task.news ?? []).map(({ kind, at }) => `${kind} ${at}`).join();
  useEffect(() => {
    if (!holds || latest === '') return;
    // A mark that stays for once harms nobody: the next opening takes it away.
    seeNews(task.id).then(
      () => void client.invalidateQueries({ queryKey: ['tasks'] }),
      () => undefined,
    );
  }, [client, holds, latest, task.id]);
}
