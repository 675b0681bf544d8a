import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type DeliveryMethod, sendDelivery, type TaskDelivery } from '../api/delivery.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

const methods = ['post', 'electronic'] as const;

export interface SendFormProps {
  taskId: string;
  caseId: string;
  delivery: TaskDelivery;
  onSent: () => unknown;
}

/** Sending to the address that was recorded; electronically only with the consent of the applicant. */
export function SendForm({ taskId, caseId, delivery, onSent }: SendFormProps) {
  const { t } = useTranslation();
  const { wish, connected } = delivery;
  const possible = { post: wish?.address !== undefined, electronic: wish?.consent !== undefined };
  const [method, setMethod] = useState<(typeof methods)[number]>(possible.electronic ? 'electronic' : 'post');
  const [trackingNo, setTrackingNo] = useState('');
  const send = useAction({
    run: (body: { method: DeliveryMethod; trackingNo?: string }, key) => sendDelivery(taskId, body, key),
    success: t('delivery.send.done'),
    failed: () => undefined,
    done: () => void onSent(),
  });
  if (!possible.post && !possible.electronic)
    return (
      <p>
        {t('delivery.send.noAddress')}{' '}
        <Link to={`/window/cases/${caseId}`}>{t('delivery.send.toWindow')}</Link>
      </p>
    );
  return (
    <>
      <ProblemAlert error={send.error} />
      <Radio.Group
        aria-label={t('delivery.wish.title')}
        value={method}
        onChange={(event: { target: { value?: unknown } }) =>
          setMethod(methods.find((one) => one === event.target.value) ?? 'post')
        }
        options={methods.map((one) => ({
          value: one,
          label: t(`delivery.method.${one}`),
          disabled: !possible[one],
        }))}
        style={{ marginBottom: 12 }}
      />
      {connected ? null : (
        <Field id="delivery-tracking" label={t('delivery.trackingNo')} required>
          <Input maxLength={40} value={trackingNo} onChange={(event) => setTrackingNo(event.target.value)} />
        </Field>
      )}
      <p className="ow-small ow-muted">{t(`delivery.send.counts.${method}`)}</p>
      <Button
        type="primary"
        loading={send.isPending}
        disabled={!connected && trackingNo.trim() === ''}
        onClick={() => send.mutate({ method, ...(connected ? {} : { trackingNo: trackingNo.trim() }) })}
      >
        {t(`delivery.send.${method}`)}
      </Button>
    </>
  );
}
