import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PaymentLine, returnPayment } from '../api/payment.ts';
import { Field } from '../components/Field.tsx';
import { useAction } from '../components/useAction.ts';
import { yuan } from './yuan.ts';

/** Records that the bank gave a payment back. */
export function ReturnDialog(props: { listId: string; line: PaymentLine; onClose: (done: boolean) => void }) {
  const { listId, line, onClose } = props;
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const record = useAction({
    run: () => returnPayment(listId, line.id, reason.trim()),
    success: t('payment.return.done'),
    done: () => onClose(true),
  });
  return (
    <Modal
      open
      title={t('payment.return.title')}
      onCancel={() => onClose(false)}
      footer={
        <>
          <Button onClick={() => onClose(false)}>{t('common.cancel')}</Button>
          <Button
            type="primary"
            disabled={reason.trim() === ''}
            loading={record.isPending}
            onClick={() => record.mutate(undefined)}
          >
            {t('payment.return.confirm')}
          </Button>
        </>
      }
    >
      <p>
        {t('payment.return.about', {
          caseNo: line.caseNo,
          name: line.holderName,
          period: line.period,
          amount: yuan(line.amountFen),
        })}
      </p>
      <Field id="return-reason" label={t('payment.return.reason')} required>
        <Input maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </Modal>
  );
}
