import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operation } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import type { ActionDialogProps } from './AcceptDialog.tsx';

export interface RefuseDialogProps extends ActionDialogProps {
  reasons: Operation['refusalReasons'];
  onDone: (body: { reasonKey: string; reason: string }) => void;
}

/** Refusal to accept: a reason of the law's list and its explanation, both printed on the notice. */
export function RefuseDialog({ reasons, onDone, open, busy, onCancel }: RefuseDialogProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [reasonKey, setReasonKey] = useState('');
  const [reason, setReason] = useState('');
  return (
    <Modal
      open={open}
      title={t('window.refuse.title')}
      okText={t('window.action.refuse')}
      okButtonProps={{ danger: true, disabled: reasonKey === '' || reason.trim() === '', loading: busy }}
      onOk={() => onDone({ reasonKey, reason: reason.trim() })}
      onCancel={onCancel}
    >
      <p>{t('window.refuse.text')}</p>
      <Radio.Group
        aria-label={t('window.refuse.reason')}
        value={reasonKey}
        onChange={(event: { target: { value?: unknown } }) => setReasonKey(String(event.target.value))}
        options={reasons.map((entry) => ({ value: entry.key, label: say(entry.text) }))}
        style={{ display: 'grid', gap: 8, marginBottom: 16 }}
      />
      <Field id="refuse-reason" label={t('window.refuse.explain')} required>
        <Input.TextArea
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
