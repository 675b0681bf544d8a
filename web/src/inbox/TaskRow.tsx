import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { claimTask, releaseTask } from '../api/tasks.ts';
import type { TaskSummary } from '../api/types.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';
import { useAction } from '../components/useAction.ts';
import { rememberOpened } from './lastOpened.ts';

/** One task of the queue, with claim and release in place. */
export function TaskRow({
  task,
  chosen,
  onToggle,
}: {
  task: TaskSummary;
  chosen: boolean;
  onToggle: () => void;
}) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const user = useUser();
  const client = useQueryClient();
  const location = useLocation();
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
  const mine = task.assignee?.id === user.id;
  const number = task.caseNo ?? t('case.draft');
  return (
    <tr className={chosen ? 'ow-here' : undefined}>
      <td>
        {task.batch ? (
          <Checkbox aria-label={t('inbox.choose', { number })} checked={chosen} onChange={onToggle} />
        ) : null}
      </td>
      <td>
        <Light light={task.light} workdays={task.remaining?.workdays ?? null} />
      </td>
      <td className="ow-nums ow-nowrap">
        <Link
          to={`/tasks/${task.id}`}
          state={{ inbox: location.search }}
          data-task={task.id}
          onClick={() => rememberOpened(task.id)}
        >
          {number}
        </Link>
      </td>
      <td>{say(task.itemName)}</td>
      <td>
        {say(task.stepName)}
        <div className="ow-small ow-muted">{task.department.name}</div>
      </td>
      <td>
        {task.assignee === null ? (
          <span className="ow-muted">{t('inbox.unclaimed')}</span>
        ) : mine ? (
          t('inbox.me')
        ) : (
          task.assignee.name
        )}
      </td>
      <td className="ow-nums ow-nowrap">{formatInstant(task.dueAt, language)}</td>
      <td>
        {task.assignee === null ? (
          <Button size="small" loading={claim.isPending} onClick={() => claim.mutate(task.id)}>
            {t('inbox.claim')}
            <span className="ow-hidden">{number}</span>
          </Button>
        ) : mine && task.state === 'claimed' ? (
          <Button size="small" loading={release.isPending} onClick={() => release.mutate(task.id)}>
            {t('inbox.release')}
            <span className="ow-hidden">{number}</span>
          </Button>
        ) : null}
      </td>
    </tr>
  );
}
