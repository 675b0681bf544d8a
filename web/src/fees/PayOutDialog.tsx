import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OfficeBill, payOutBill } from '../api/fees.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { yuan } from '../payment/yuan.ts';

/** What was paid at the window is paid back there, against a signed slip. */
export function PayOutDialog({
  bill,
  onClose,
}: {
  bill: OfficeBill;
  onClose: (done: boolean) => void | Promise<void>;
}) {
  const { t } = useTranslation();
  const [slipNo, setSlipNo] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const payOut = useAction({
    run: (slip: string, key) => payOutBill(bill.id, slip, key),
    success: t('fees.payOut.done'),
    failed: setFailure,
    done: () => onClose(true),
  });
  return (
    <Modal
      open
      title={t('fees.payOut.title', { amount: yuan(bill.payOutFen) })}
      okText={t('fees.payOut.ok')}
      okButtonProps={{ disabled: slipNo.trim() === '', loading: payOut.isPending }}
      onOk={() => payOut.mutate(slipNo.trim())}
      onCancel={() => void onClose(false)}
    >
      <ProblemAlert error={failure} />
      <Field id="fee-pay-out" label={t('fees.payOut.slip')} required>
        <Input maxLength={40} value={slipNo} onChange={(event) => setSlipNo(event.target.value)} />
      </Field>
    </Modal>
  );
}
