import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { retirePack } from '../api/packs.ts';
import type { PackView } from '../api/packTypes.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

export interface RetireDialogProps {
  pack: PackView;
  onClose: () => void;
}

/** Retires the live version, with the reason that clerks will read. */
export function RetireDialog({ pack, onClose }: RetireDialogProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const { packCode, version } = pack;
  const retire = useAction({
    run: (reason: string, key) => retirePack(packCode, version, reason, key),
    success: t('designer.retire.done'),
    done: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: ['packs'] });
      await client.refetchQueries({ queryKey: ['pack', packCode] });
    },
    failed: setProblem,
  });
  return (
    <Modal
      open
      title={t('designer.retire.title', { version })}
      okText={t('designer.retire.go')}
      confirmLoading={retire.isPending}
      okButtonProps={{ danger: true, disabled: note.trim() === '' }}
      onOk={() => {
        setProblem(null);
        retire.mutate(note.trim());
      }}
      onCancel={onClose}
    >
      <p>{t('designer.retire.text')}</p>
      <ProblemAlert error={problem} />
      <Field id="retire-note" label={t('designer.retire.note')} required>
        <Input.TextArea
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
