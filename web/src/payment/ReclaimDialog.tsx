import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Reclaim, repayReclaim, waiveReclaim } from '../api/payment.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { fenOf, yuan } from './yuan.ts';

/** What came back from the holder is recorded, or the rest is let off. */
export function ReclaimDialog({
  act,
  reclaim,
  onClose,
}: {
  act: Reclaim['actions'][number];
  reclaim: Reclaim;
  onClose: (done: boolean) => void;
}) {
  const { t } = useTranslation();
  const [amount, setAmount] = useState(yuan(reclaim.openFen).replaceAll(',', ''));
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<unknown>(null);
  const amountFen = fenOf(amount);
  const record = useAction({
    run: () =>
      act === 'repay'
        ? repayReclaim(reclaim.id, amountFen ?? 0, text.trim())
        : waiveReclaim(reclaim.id, text.trim()),
    success: t(`payment.reclaim.${act}.done`),
    failed: setFailure,
    done: () => onClose(true),
  });
  const complete = text.trim() !== '' && (act === 'waive' || amountFen !== null);
  return (
    <Modal
      open
      title={t(`payment.reclaim.${act}.of`, { caseNo: reclaim.caseNo })}
      okText={t(`payment.reclaim.${act}.open`)}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: !complete, loading: record.isPending }}
      onOk={() => record.mutate(undefined)}
      onCancel={() => onClose(false)}
    >
      <ProblemAlert error={failure} />
      <p>{t('payment.reclaim.about', { name: reclaim.holderName, amount: yuan(reclaim.openFen) })}</p>
      {act === 'repay' ? (
        <Field id="reclaim-amount" label={t('payment.reclaim.came')} required>
          <Input inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />
        </Field>
      ) : null}
      <Field
        id="reclaim-text"
        label={t(act === 'repay' ? 'payment.reclaim.slip' : 'payment.reclaim.reason')}
        required
      >
        <Input
          maxLength={act === 'repay' ? 40 : 500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
