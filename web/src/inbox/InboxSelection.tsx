import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BulkAction } from '../api/people.ts';
import type { TaskCounts, TaskSummary } from '../api/taskTypes.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';

/** What can be done to the tasks that are chosen; only what fits all of them or some of them. */
export function InboxSelection(props: {
  selected: TaskSummary[];
  counts: TaskCounts | undefined;
  onNone: () => void;
  onBatch: () => void;
  onBulk: (action: BulkAction) => void;
}) {
  const { selected, counts, onBulk } = props;
  const { t } = useTranslation();
  const user = useUser();
  const away = new Set(counts?.absentColleagues.map(({ id }) => id));
  const offers: Record<BulkAction, boolean> = {
    claim: !user.roles.includes('supervisor') && selected.some((task) => task.assignee === null),
    takeFor: selected.some((task) => task.assignee !== null && away.has(task.assignee.id)),
    release: selected.some((task) => task.assignee?.id === user.id),
    assign: hasRole(user, ['head']),
    urge: hasRole(user, ['head', 'supervisor']),
  };
  const actions = (['claim', 'takeFor', 'release', 'assign', 'urge'] as const).filter((one) => offers[one]);
  return (
    <div className="ow-sticky-actions ow-row">
      <span className="ow-grow">{t('inbox.chosen', { count: selected.length })}</span>
      <Button onClick={props.onNone}>{t('inbox.choseNone')}</Button>
      {actions.map((action) => (
        <Button key={action} onClick={() => onBulk(action)}>
          {t(`desk.bulk.open.${action}`)}
        </Button>
      ))}
      {selected.every((task) => task.batch) ? (
        <Button type="primary" onClick={props.onBatch}>
          {t('inbox.batch.open')}
        </Button>
      ) : null}
    </div>
  );
}
