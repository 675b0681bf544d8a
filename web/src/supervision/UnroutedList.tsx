import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listUnrouted, routeByHand, type UnroutedTask } from '../api/supervision.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Field } from '../components/Field.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** Tasks that no decision table sent to a department: each is sent there by hand, with a reason. */
export function UnroutedList() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const [chosen, setChosen] = useState<UnroutedTask | null>(null);
  const unrouted = useQuery({ queryKey: ['supervision', 'unrouted'], queryFn: listUnrouted });
  if (unrouted.isPending) return <LoadingState />;
  if (unrouted.error !== null)
    return <ProblemAlert error={unrouted.error} onRetry={() => void unrouted.refetch()} />;
  const { items, departments } = unrouted.data;
  if (items.length === 0) return <EmptyState text={t('supervision.unrouted.none')} />;
  return (
    <>
      <ul className="ow-list">
        {items.map((task) => (
          <li key={task.id}>
            <div className="ow-row">
              <strong className="ow-grow">
                {say(task.itemName)} · {say(task.stepName)}
              </strong>
              <Button onClick={() => setChosen(task)}>{t('supervision.unrouted.open')}</Button>
            </div>
            <div className="ow-small ow-muted">
              <Link to={`/cases/${task.caseId}`}>{t('case.numberIs', { caseNo: task.caseNo })}</Link> ·{' '}
              {t('supervision.unrouted.since', { at: formatInstant(task.since, language) })}
            </div>
            {task.returned === null ? null : (
              <div className="ow-small">
                {t('routing.returnedBy', {
                  department: task.returned.department.name,
                  reason: task.returned.reason,
                })}
                {task.returned.suggested === null
                  ? null
                  : ` ${t('routing.suggested', { department: task.returned.suggested.name })}`}
              </div>
            )}
          </li>
        ))}
      </ul>
      {chosen === null ? null : (
        <RouteDialog task={chosen} departments={departments} onClose={() => setChosen(null)} />
      )}
    </>
  );
}

function RouteDialog({
  task,
  departments,
  onClose,
}: {
  task: UnroutedTask;
  departments: readonly { id: string; name: string }[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [department, setDepartment] = useState<string | null>(task.returned?.suggested?.id ?? null);
  const [reason, setReason] = useState('');
  const send = useAction({
    run: (body: { department: string; reason: string }, key) => routeByHand(task.id, body, key),
    success: t('supervision.unrouted.done'),
    failed: () => undefined,
    done: () => {
      void client.invalidateQueries({ queryKey: ['supervision'] });
      onClose();
    },
  });
  const ready = department !== null && reason.trim() !== '';
  return (
    <Modal
      open
      title={t('supervision.unrouted.dialog', { caseNo: task.caseNo })}
      okText={t('supervision.unrouted.send')}
      okButtonProps={{ disabled: !ready, loading: send.isPending }}
      onOk={() => (department === null ? undefined : send.mutate({ department, reason: reason.trim() }))}
      onCancel={onClose}
    >
      <ProblemAlert error={send.error} />
      <Field id="route-department" label={t('supervision.unrouted.department')} required>
        <Select
          id="route-department"
          showSearch={{ optionFilterProp: 'label' }}
          value={department}
          onChange={(value: string) => setDepartment(value)}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          style={{ width: '100%' }}
        />
      </Field>
      <Field id="route-reason" label={t('supervision.unrouted.reason')} required>
        <Input.TextArea
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
