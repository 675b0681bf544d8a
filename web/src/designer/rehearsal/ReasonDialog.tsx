import { Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/Field.tsx';

/** Asks for a reason, and for a number of working days where the act has one. */
export function ReasonDialog({
  title,
  withDays,
  busy,
  onCancel,
  onDone,
}: {
  title: string;
  withDays: boolean;
  busy: boolean;
  onCancel: () => void;
  onDone: (reason: string, days: number) => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [days, setDays] = useState(5);
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ disabled: reason.trim() === '', loading: busy }}
      onOk={() => onDone(reason.trim(), days)}
      onCancel={onCancel}
    >
      {withDays ? (
        <Field id="rehearsal-days" label={t('rehearsal.workdays')} required>
          <InputNumber min={1} max={90} value={days} onChange={(value) => setDays(value ?? 1)} />
        </Field>
      ) : null}
      <Field id="rehearsal-reason" label={t('rehearsal.reason')} required>
        <Input.TextArea
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
