import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { readTaskPage } from './readTaskPage.ts';
import { TaskConsole } from './TaskConsole.tsx';

/** One task of an approver. */
export function TaskPage() {
  const { id = '' } = useParams();
  const client = useQueryClient();
  const task = useQuery({ queryKey: ['task', id], queryFn: () => readTaskPage(client, id), staleTime: 0 });
  if (task.data === undefined) {
    return task.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={task.error} onRetry={() => void task.refetch()} />
    );
  }
  return <TaskConsole key={id} task={task.data} />;
}
