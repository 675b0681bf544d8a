import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OfficeBill, takePayment } from '../api/fees.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { yuan } from '../payment/yuan.ts';

/** The window takes cash or a card and hands out the non-tax receipt. */
export function TakePaymentDialog({
  bill,
  onClose,
}: {
  bill: OfficeBill;
  onClose: (done: boolean) => void | Promise<void>;
}) {
  const { t } = useTranslation();
  const [method, setMethod] = useState<'cash' | 'pos'>('cash');
  const [receiptNo, setReceiptNo] = useState('');
  const [slipNo, setSlipNo] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const take = useAction({
    run: (body: Parameters<typeof takePayment>[1], key) => takePayment(bill.id, body, key),
    success: t('fees.take.done'),
    failed: setFailure,
    done: () => onClose(true),
  });
  const digits = receiptNo.replace(/[\s-]/g, '');
  const complete = /^\d{18}$/.test(digits);
  const slip = slipNo.trim();
  return (
    <Modal
      open
      title={t('fees.take.title', { amount: yuan(bill.totalFen) })}
      okText={t('fees.take.ok')}
      okButtonProps={{ disabled: !complete || (method === 'pos' && slip === ''), loading: take.isPending }}
      onOk={() =>
        take.mutate({
          method,
          amountFen: bill.totalFen,
          receiptNo: digits,
          ...(method === 'pos' ? { slipNo: slip } : {}),
        })
      }
      onCancel={() => void onClose(false)}
    >
      <ProblemAlert error={failure} />
      <div className="ow-stack">
        <Radio.Group
          aria-label={t('fees.take.method')}
          value={method}
          onChange={(event) => setMethod(event.target.value as 'cash' | 'pos')}
          options={[
            { value: 'cash', label: t('fees.method.cash') },
            { value: 'pos', label: t('fees.method.pos') },
          ]}
        />
        <Field
          id="fee-receipt"
          label={t('fees.receiptNo')}
          required
          hint={t('fees.take.receiptHint')}
          error={receiptNo !== '' && !complete ? t('fees.take.receiptWrong') : undefined}
        >
          <Input
            inputMode="numeric"
            maxLength={24}
            value={receiptNo}
            onChange={(event) => setReceiptNo(event.target.value)}
          />
        </Field>
        {method === 'pos' ? (
          <Field id="fee-slip" label={t('fees.take.slip')} required>
            <Input maxLength={40} value={slipNo} onChange={(event) => setSlipNo(event.target.value)} />
          </Field>
        ) : null}
      </div>
    </Modal>
  );
}
