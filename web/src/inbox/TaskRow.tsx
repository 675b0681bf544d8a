import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { TaskSummary } from '../api/taskTypes.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { formatInstant } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';
import type { InboxColumn } from './inboxColumns.ts';
import { TaskButtons } from './TaskButtons.tsx';

export interface TaskRowProps {
  task: TaskSummary;
  columns: readonly InboxColumn[];
  chosen: boolean;
  onToggle: () => void;
  /** Before a task is opened. */
  onOpen: () => void;
}

/** One task of the queue, with what can be done to it in place. On a phone it becomes a card. */
export function TaskRow({ task, columns, chosen, onToggle, onOpen }: TaskRowProps) {
  const { t } = useTranslation();
  const location = useLocation();
  const user = useUser();
  const number = task.caseNo ?? t('case.draft');
  // Supervisors work on no task, and what is done has no page of its own any more.
  const toCase = user.roles.includes('supervisor') || task.state === 'done';
  return (
    <tr className={chosen ? 'ow-here' : undefined}>
      <td data-label={t('desk.column.chosen')}>
        {task.state === 'done' ? null : (
          <Checkbox aria-label={t('inbox.choose', { number })} checked={chosen} onChange={onToggle} />
        )}
      </td>
      {columns.map((column) => (
        <td
          key={column}
          data-label={t(`desk.column.${column}`)}
          className={column === 'number' ? 'ow-nums ow-nowrap' : undefined}
        >
          {column === 'number' ? (
            <Link
              to={toCase ? `/cases/${task.caseId}` : `/tasks/${task.id}`}
              state={{ inbox: location.search }}
              data-task={task.id}
              onClick={onOpen}
            >
              {number}
              {(task.news ?? []).map(({ kind }) => (
                <span key={kind} className="ow-news">
                  {t(`inbox.news.${kind}`)}
                </span>
              ))}
            </Link>
          ) : (
            <Cell task={task} column={column} />
          )}
        </td>
      ))}
      <td data-label={t('common.action')}>
        <TaskButtons task={task} />
      </td>
    </tr>
  );
}

function Cell({ task, column }: { task: TaskSummary; column: Exclude<InboxColumn, 'number'> }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const user = useUser();
  switch (column) {
    case 'light':
      return <Light light={task.light} workdays={task.remaining?.workdays ?? null} />;
    case 'item':
      return say(task.itemName);
    case 'step':
      return say(task.stepName);
    case 'applicant':
      return task.applicantName;
    case 'area':
      return task.town;
    case 'department':
      return task.department.name;
    case 'assignee':
      if (task.assignee === null) return <span className="ow-muted">{t('inbox.unclaimed')}</span>;
      return (
        <>
          {task.assignee.id === user.id ? t('inbox.me') : task.assignee.name}
          {task.for == null ? null : (
            <div className="ow-small ow-muted">{t('desk.forWhom', { name: task.for.name })}</div>
          )}
        </>
      );
    case 'received':
      return <span className="ow-nums ow-nowrap">{formatInstant(task.createdAt, language)}</span>;
    case 'due':
      return <span className="ow-nums ow-nowrap">{formatInstant(task.dueAt, language)}</span>;
    case 'stepDue':
      return <span className="ow-nums ow-nowrap">{formatInstant(task.stepDueAt, language)}</span>;
  }
}
