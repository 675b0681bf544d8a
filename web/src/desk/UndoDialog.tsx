import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { undoStep } from '../api/desk.ts';
import { useAction } from '../components/useAction.ts';
import { DeskDialog } from './DeskDialog.tsx';
import type { DialogProps } from './dialogProps.ts';
import { ReasonField } from './ReasonField.tsx';

/** Takes back the own last step while nobody has gone on. */
export function UndoDialog({ task, onClose, onDone }: Pick<DialogProps, 'task' | 'onClose' | 'onDone'>) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const undo = useAction({
    run: (body: { reason: string }, key) => undoStep(task.id, body, key),
    success: t('desk.undo.done'),
    failed: () => undefined,
    done: () => onDone({ leave: true }),
  });
  return (
    <DeskDialog
      task={task}
      title={t('desk.undo.title')}
      okText={t('desk.undo.ok')}
      ready
      busy={undo.isPending}
      error={undo.error}
      onOk={() => undo.mutate({ reason: reason.trim() })}
      onClose={onClose}
    >
      <Alert type="info" showIcon title={t('desk.undo.hint')} />
      <ReasonField
        id="undo-reason"
        label={t('desk.reason')}
        required={false}
        value={reason}
        onChange={setReason}
      />
    </DeskDialog>
  );
}
