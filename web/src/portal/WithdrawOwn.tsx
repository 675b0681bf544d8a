import { Button, Card, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actOnOwnCase, type OwnCase } from '../api/portal.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** Takes an application back: asked for with a reason first, since it cannot be undone. */
export function WithdrawOwn({ view, onDone }: { view: OwnCase; onDone: () => Promise<void> }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const withdraw = useAction({
    run: (text: string, key) => actOnOwnCase(view.id, 'withdraw', { reason: text }, key),
    success: t('portal.withdraw.done'),
    failed: () => undefined,
    done: onDone,
  });
  if (!open)
    return (
      <div>
        <Button danger onClick={() => setOpen(true)}>
          {t('portal.withdraw.open')}
        </Button>
      </div>
    );
  const send = () => {
    setTried(true);
    if (reason.trim() !== '') withdraw.mutate(reason.trim());
  };
  return (
    <Card title={<h2 className="ow-card-title">{t('portal.withdraw.open')}</h2>}>
      <p>{t('portal.withdraw.text')}</p>
      <Field
        id="withdraw-reason"
        label={t('portal.withdraw.reason')}
        required
        error={tried && reason.trim() === '' ? t('common.fillIn') : undefined}
      >
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <ProblemAlert error={withdraw.error} />
      <div className="ow-portal-actions">
        <Button danger type="primary" loading={withdraw.isPending} onClick={send}>
          {t('portal.withdraw.send')}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('portal.withdraw.keep')}</Button>
      </div>
    </Card>
  );
}
