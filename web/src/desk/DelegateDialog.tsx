import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { delegateTask } from '../api/desk.ts';
import { useAction } from '../components/useAction.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { DeskDialog } from './DeskDialog.tsx';
import type { DialogProps } from './dialogProps.ts';
import { ReasonField } from './ReasonField.tsx';

/** 委托: a colleague prepares the task, which comes back for the decision. */
export function DelegateDialog({ task, onClose, onDone }: DialogProps) {
  const { t } = useTranslation();
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const delegate = useAction({
    run: (body: { to: string; reason: string }, key) => delegateTask(task.id, body, key),
    success: t('desk.delegate.done'),
    failed: () => undefined,
    done: () => onDone({ leave: true }),
  });
  return (
    <DeskDialog
      task={task}
      title={t('desk.delegate.title')}
      okText={t('desk.delegate.ok')}
      ready={to !== '' && reason.trim() !== ''}
      busy={delegate.isPending}
      error={delegate.error}
      onOk={() => delegate.mutate({ to, reason: reason.trim() })}
      onClose={onClose}
    >
      <ChoiceField
        label={t('desk.delegate.to')}
        value={to}
        onChange={setTo}
        choices={task.desk.colleagues.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ReasonField
        id="delegate-reason"
        label={t('desk.delegate.reason')}
        hint={t('desk.delegate.hint')}
        value={reason}
        onChange={setReason}
      />
    </DeskDialog>
  );
}
