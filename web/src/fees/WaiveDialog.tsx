import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OfficeBill, waiveBill } from '../api/fees.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { yuan } from '../payment/yuan.ts';

/** The head waives a bill, with a reason that stays on record. */
export function WaiveDialog({
  bill,
  onClose,
}: {
  bill: OfficeBill;
  onClose: (done: boolean) => void | Promise<void>;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const waive = useAction({
    run: (text: string, key) => waiveBill(bill.id, text, key),
    success: t('fees.waive.done'),
    failed: setFailure,
    done: () => onClose(true),
  });
  return (
    <Modal
      open
      title={t('fees.waive.title', { amount: yuan(bill.totalFen), paymentNo: bill.paymentNo })}
      okText={t('fees.waive.ok')}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: waive.isPending }}
      onOk={() => waive.mutate(reason.trim())}
      onCancel={() => void onClose(false)}
    >
      <ProblemAlert error={failure} />
      <Field id="fee-waive" label={t('fees.waive.reason')} required hint={t('fees.waive.hint')}>
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
