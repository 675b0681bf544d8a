import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withdrawalGrounds, withdrawPublication } from '../api/publications.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import '../checks/checks.css';
import { ReasonField } from '../desk/ReasonField.tsx';
import type { EntryDialogProps } from './CorrectDialog.tsx';

/** Takes an entry down, or decides that there is none: on which ground, and why. */
export function WithdrawDialog({ view, onClose, onDone }: EntryDialogProps) {
  const { t } = useTranslation();
  const never = view.state === 'due';
  const grounds = withdrawalGrounds.filter((ground) => !never || ground !== 'error');
  const [ground, setGround] = useState<string>(grounds[0] ?? 'privacy');
  const [reason, setReason] = useState('');
  const withdraw = useAction({
    run: (body: { ground: string; reason: string }, key) => withdrawPublication(view, body, key),
    success: t(never ? 'publication.exempted' : 'publication.withdrawn'),
    done: onDone,
    failed: () => undefined,
  });
  const title = t(never ? 'publication.exempt' : 'publication.withdraw');
  return (
    <Modal
      open
      title={title}
      okText={title}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: withdraw.isPending }}
      onOk={() => withdraw.mutate({ ground, reason: reason.trim() })}
      onCancel={onClose}
    >
      <ProblemAlert error={withdraw.error} />
      <p className="ow-muted">{t(never ? 'publication.exemptWhy' : 'publication.withdrawWhy')}</p>
      <fieldset className="ow-check-result">
        <legend>{t('publication.onGround')}</legend>
        <Radio.Group
          value={ground}
          onChange={(event: { target: { value?: unknown } }) => setGround(String(event.target.value))}
          options={grounds.map((one) => ({ value: one, label: t(`publication.ground.${one}`) }))}
        />
      </fieldset>
      <ReasonField id="withdraw-reason" label={t('publication.reason')} value={reason} onChange={setReason} />
    </Modal>
  );
}
