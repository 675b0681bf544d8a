import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { returnDelegated } from '../api/desk.ts';
import type { FormData } from '../api/types.ts';
import { useAction } from '../components/useAction.ts';
import { DeskDialog } from './DeskDialog.tsx';
import type { DialogProps } from './dialogProps.ts';
import { ReasonField } from './ReasonField.tsx';

/** A delegated task goes back to its owner with what is filled in, complete or not. */
export function HandBackDialog({ task, filled, onClose, onDone }: DialogProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const back = useAction({
    run: (body: { formData: FormData; note: string }, key) => returnDelegated(task.id, body, key),
    success: t('desk.handBack.done'),
    failed: () => undefined,
    done: () => onDone({ leave: true }),
  });
  return (
    <DeskDialog
      task={task}
      title={t('desk.handBack.title', { name: task.delegation?.owner.name })}
      okText={t('desk.handBack.ok')}
      ready
      busy={back.isPending}
      error={back.error}
      onOk={() => back.mutate({ formData: filled(), note: note.trim() })}
      onClose={onClose}
    >
      <ReasonField
        id="hand-back-note"
        label={t('desk.handBack.note')}
        hint={t('desk.handBack.hint')}
        required={false}
        value={note}
        onChange={setNote}
      />
    </DeskDialog>
  );
}
