import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TransferTo, transferTask } from '../api/desk.ts';
import { useAction } from '../components/useAction.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { DeskDialog } from './DeskDialog.tsx';
import type { DialogProps } from './dialogProps.ts';
import { ReasonField } from './ReasonField.tsx';

/** 转办: to a colleague of the queue, or to another queue. */
export function TransferDialog({ task, onClose, onDone }: DialogProps) {
  const { t } = useTranslation();
  const { colleagues, queues } = task.desk;
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const targets = new Map<string, TransferTo>([
    ...colleagues.map(({ id }) => [`user ${id}`, { user: id }] as const),
    ...queues.map(
      ({ department, role }) => [`${department.id} ${role}`, { department: department.id, role }] as const,
    ),
  ]);
  const transfer = useAction({
    run: (body: { to: TransferTo; reason: string }, key) => transferTask(task.id, body, key),
    success: t('desk.transfer.done'),
    failed: () => undefined,
    done: () => onDone({ leave: true }),
  });
  const target = targets.get(to);
  return (
    <DeskDialog
      task={task}
      title={t('desk.transfer.title')}
      okText={t('desk.transfer.ok')}
      ready={target !== undefined && reason.trim() !== ''}
      busy={transfer.isPending}
      error={transfer.error}
      onOk={() => target !== undefined && transfer.mutate({ to: target, reason: reason.trim() })}
      onClose={onClose}
    >
      <ChoiceField
        label={t('desk.transfer.to')}
        value={to}
        onChange={setTo}
        choices={[
          ...colleagues.map(({ id, name }) => ({ value: `user ${id}`, label: name })),
          ...queues.map(({ department, role }) => ({
            value: `${department.id} ${role}`,
            label: t('desk.transfer.queue', { department: department.name, role: t(`app.role.${role}`) }),
          })),
        ]}
      />
      <ReasonField
        id="transfer-reason"
        label={t('desk.reason')}
        hint={t('desk.transfer.hint')}
        value={reason}
        onChange={setReason}
      />
    </DeskDialog>
  );
}
