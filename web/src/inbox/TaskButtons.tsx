import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { takeFor } from '../api/people.ts';
import { claimTask, countTasks, releaseTask } from '../api/tasks.ts';
import type { TaskSummary } from '../api/taskTypes.ts';
import { useUser } from '../app/session.ts';
import { useAction } from '../components/useAction.ts';
import { countsKey } from './InboxBadge.tsx';
import { WatchButton } from './WatchButton.tsx';

/** What can be done to a task without opening it. The keys of the list press these. */
export function TaskButtons({ task }: { task: TaskSummary }) {
  const { t } = useTranslation();
  const user = useUser();
  const client = useQueryClient();
  const counts = useQuery({ queryKey: countsKey, queryFn: countTasks });
  const done = () => client.invalidateQueries({ queryKey: ['tasks'] });
  const claim = useAction({
    run: (id: string, key) => claimTask(id, key),
    success: t('inbox.claimed'),
    done,
  });
  const release = useAction({
    run: (id: string, key) => releaseTask(id, key),
    success: t('inbox.released'),
    done,
  });
  const take = useAction({ run: (id: string, key) => takeFor(id, key), success: t('desk.taken'), done });
  const number = <span className="ow-hidden">{task.caseNo}</span>;
  const { assignee } = task;
  const mine = assignee?.id === user.id;
  const standsIn = counts.data?.absentColleagues.some(({ id }) => id === assignee?.id) === true;
  const works = !user.roles.includes('supervisor') || user.roles.includes('approver');
  return (
    <div className="ow-row">
      {assignee === null && works && task.state === 'open' ? (
        <Button size="small" data-act="claim" loading={claim.isPending} onClick={() => claim.mutate(task.id)}>
          {t('inbox.claim')}
          {number}
        </Button>
      ) : null}
      {mine && task.state === 'claimed' && task.reserved !== true ? (
        <Button
          size="small"
          data-act="release"
          loading={release.isPending}
          onClick={() => release.mutate(task.id)}
        >
          {t('inbox.release')}
          {number}
        </Button>
      ) : null}
      {standsIn && task.state === 'claimed' && task.reserved !== true ? (
        <Button size="small" data-act="claim" loading={take.isPending} onClick={() => take.mutate(task.id)}>
          {t('desk.takeFor', { name: assignee?.name })}
          {number}
        </Button>
      ) : null}
      <WatchButton caseId={task.caseId} caseNo={task.caseNo} />
    </div>
  );
}
