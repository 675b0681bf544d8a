import { useQueryClient } from '@tanstack/react-query';
import { Button, Result } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Completed } from '../api/tasks.ts';
import type { TaskView } from '../api/taskTypes.ts';
import { useShortcuts } from '../app/ShortcutProvider.tsx';
import { useLanguage } from '../app/useLanguage.ts';
import { Page } from '../components/Page.tsx';
import { UndoDialog } from '../desk/UndoDialog.tsx';
import { useNextTask } from './useNextTask.ts';

export interface TaskDoneProps {
  task: TaskView;
  completed: Completed;
  /** Query of the inbox the task came from. */
  inbox: string;
}

/** After a task: what happened, where the case is now, and the next task of the same queue under the Enter key. */
export function TaskDone({ task, completed, inbox }: TaskDoneProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const navigate = useNavigate();
  const button = useRef<HTMLButtonElement>(null);
  const client = useQueryClient();
  const [undoing, setUndoing] = useState(false);
  const { next, pending } = useNextTask(task.id, inbox, 'done');
  const goOn = () =>
    void navigate(next === undefined ? `/inbox${inbox}` : `/tasks/${next.id}`, { state: { inbox } });
  useEffect(() => {
    if (!pending) button.current?.focus();
  }, [pending]);
  useShortcuts([{ keys: 'Alt+N', label: t('task.next'), run: goOn }]);
  const now = completed.nextTasks
    .map((one) => `${say(one.stepName)}(${one.department.name})`)
    .join(t('common.comma'));
  return (
    <Page title={t('task.done.title')} trail={[{ label: t('app.nav.inbox'), to: `/inbox${inbox}` }]}>
      <Result
        status="success"
        title={t('task.done.text', { caseNo: task.caseNo, step: say(task.stepName) })}
        subTitle={
          completed.task.state === 'completing' || completed.engineState === 'pending'
            ? t('task.done.pending')
            : now === ''
              ? t('task.done.ended')
              : t('task.done.now', { steps: now })
        }
        extra={
          <div className="ow-row" style={{ justifyContent: 'center' }}>
            <Button ref={button} type="primary" loading={pending} onClick={goOn}>
              {next === undefined
                ? t('task.backToInbox')
                : t('task.nextIs', { step: say(next.stepName), caseNo: next.caseNo })}
            </Button>
            {next === undefined ? null : <Link to={`/inbox${inbox}`}>{t('task.backToInbox')}</Link>}
            <Link to={`/cases/${task.caseId}`}>{t('case.open')}</Link>
            {task.decision || completed.nextTasks.length === 0 ? null : (
              <Button onClick={() => setUndoing(true)}>{t('desk.undo.title')}</Button>
            )}
          </div>
        }
      />
      {undoing ? (
        <UndoDialog
          task={task}
          onClose={() => setUndoing(false)}
          onDone={() => {
            void client.invalidateQueries({ queryKey: ['tasks'] });
            void navigate(`/inbox${inbox}`);
          }}
        />
      ) : null}
    </Page>
  );
}
