import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { recallDelegated } from '../api/desk.ts';
import type { TaskView } from '../api/taskTypes.ts';
import { useAction } from '../components/useAction.ts';

/** What one must know of a task before working on it: why it came back, who prepares it for whom. */
export function DeskNotices({ task, onChanged }: { task: TaskView; onChanged: () => void }) {
  const { t } = useTranslation();
  const recall = useAction({
    run: (_: undefined, key) => recallDelegated(task.id, key),
    success: t('desk.recall.done'),
    done: onChanged,
  });
  const { delegation, returned } = task;
  const ended = task.state === 'done' || task.state === 'completing';
  return (
    <>
      {task.case.state === 'withdrawn' ? (
        <Alert type="warning" showIcon title={t('desk.withdrawn')} style={{ marginBottom: 12 }} />
      ) : null}
      {returned && !ended ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t(`desk.returned.${returned.how}`, { by: returned.by })}
          description={returned.reason === '' ? undefined : returned.reason}
        />
      ) : null}
      {delegation && !ended ? (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={t(`desk.delegated.${delegation.state}`, {
            owner: delegation.owner.name,
            to: delegation.to.name,
          })}
          description={(delegation.state === 'pending' ? delegation.reason : delegation.note) || undefined}
          action={
            task.desk.canRecall ? (
              <Button size="small" loading={recall.isPending} onClick={() => recall.mutate(undefined)}>
                {t('desk.recall.ok')}
              </Button>
            ) : undefined
          }
        />
      ) : null}
    </>
  );
}
