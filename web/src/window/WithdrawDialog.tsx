import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../components/Field.tsx';
import type { ActionDialogProps } from './AcceptDialog.tsx';

/** Withdrawal by the applicant; it ends every clock of the case. */
export function WithdrawDialog({
  onDone,
  open,
  busy,
  onCancel,
}: ActionDialogProps & { onDone: (body: { reason: string }) => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Modal
      open={open}
      title={t('window.withdraw.title')}
      okText={t('window.action.withdraw')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: busy }}
      onOk={() => onDone({ reason: reason.trim() })}
      onCancel={onCancel}
    >
      <p>{t('window.withdraw.text')}</p>
      <Field id="withdraw-reason" label={t('window.withdraw.reason')} required>
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
