import type { QueryClient } from '@tanstack/react-query';
import { readTask } from '../api/tasks.ts';
import type { TaskView } from '../api/taskTypes.ts';

/** Reads a task with what stands beside its form, which the parts of the page then find as if each had read its own list. */
export async function readTaskPage(client: QueryClient, id: string): Promise<TaskView> {
  const task = await readTask(id);
  const { caseId, asked } = task;
  const lists = [
    [['asked', caseId, 'cosigns', id], asked.cosigns],
    [['asked', caseId, 'opinions'], asked.consultations],
    [['asked', caseId, 'materials'], asked.materialRequests],
    [['case', caseId, 'objections'], asked.objections],
    [['case', caseId, 'annotations'], asked.annotations],
  ] as const;
  for (const [queryKey, items] of lists) client.setQueryData(queryKey, { items });
  return task;
}
