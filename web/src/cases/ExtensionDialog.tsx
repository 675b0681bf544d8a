import { useQueryClient } from '@tanstack/react-query';
import { Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actOnCase } from '../api/cases.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** The head extends the limit once, with a reason that is told to the applicant (Administrative License Law art. 42). */
export function ExtensionDialog({
  caseId,
  caseNo,
  onClose,
}: {
  caseId: string;
  caseNo: string | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [days, setDays] = useState(5);
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const extend = useAction({
    run: (body: { reason: string; amount: string; password: string }, key) =>
      actOnCase(caseId, 'extension', body, key),
    success: t('case.extension.done'),
    failed: () => undefined,
    done: () => {
      void client.invalidateQueries({ queryKey: ['case', caseId] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('case.extension.title', { caseNo })}
      okText={t('case.extension.open')}
      okButtonProps={{ disabled: reason.trim() === '' || password === '', loading: extend.isPending }}
      onOk={() => extend.mutate({ reason: reason.trim(), amount: `${days} workday`, password })}
      onCancel={onClose}
    >
      <ProblemAlert error={extend.error} />
      <Field id="extension-days" label={t('case.extension.days')} required>
        <InputNumber
          min={1}
          max={10}
          precision={0}
          value={days}
          onChange={(value: number | null) => setDays(value ?? 1)}
        />
      </Field>
      <Field
        id="extension-reason"
        label={t('case.extension.reason')}
        hint={t('case.extension.told')}
        required
      >
        <Input.TextArea
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <Field id="extension-password" label={t('task.password')} hint={t('task.passwordWhy')} required>
        <Input.Password
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
