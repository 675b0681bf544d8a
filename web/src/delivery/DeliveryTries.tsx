import { Button, DatePicker, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DeliveryTry, reportDelivery } from '../api/delivery.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { formatInstant } from '../components/formats.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

export interface DeliveryTriesProps {
  tries: DeliveryTry[];
  onChanged: () => unknown;
  onDelivered: () => void;
}

/** What was sent and what became of it; a proof on paper, or a letter that came back, is recorded here. */
export function DeliveryTries({ tries, onChanged, onDelivered }: DeliveryTriesProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [reported, setReported] = useState<{ entry: DeliveryTry; state: 'delivered' | 'returned' } | null>(
    null,
  );
  if (tries.length === 0) return null;
  return (
    <>
      <ul className="ow-list">
        {tries.map((entry) => (
          <li key={entry.id}>
            <div className="ow-row">
              <span className="ow-grow">
                {t(`delivery.method.${entry.method}`)} <span className="ow-nums">{entry.trackingNo}</span>
                {' · '}
                <strong>{t(`delivery.state.${entry.state}`)}</strong>
              </span>
              {entry.state === 'underway' ? (
                <>
                  <Button onClick={() => setReported({ entry, state: 'delivered' })}>
                    {t('delivery.report.delivered')}
                  </Button>
                  <Button onClick={() => setReported({ entry, state: 'returned' })}>
                    {t('delivery.report.returned')}
                  </Button>
                </>
              ) : null}
            </div>
            <div className="ow-small ow-muted">
              {t('delivery.sent', { at: formatInstant(entry.sentAt, language), name: entry.sentBy })}
              {entry.returnReason === null ? null : ` · ${entry.returnReason}`}
            </div>
          </li>
        ))}
      </ul>
      {reported === null ? null : (
        <ReportDialog
          {...reported}
          onClose={() => setReported(null)}
          onDone={() => {
            setReported(null);
            if (reported.state === 'delivered') onDelivered();
            else void onChanged();
          }}
        />
      )}
    </>
  );
}

function ReportDialog({
  entry,
  state,
  onClose,
  onDone,
}: {
  entry: DeliveryTry;
  state: 'delivered' | 'returned';
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const [at, setAt] = useState(() => dayjs());
  const [reason, setReason] = useState('');
  const report = useAction({
    run: (body: Parameters<typeof reportDelivery>[1], key) => reportDelivery(entry.id, body, key),
    success: t('delivery.report.done'),
    failed: () => undefined,
    done: onDone,
  });
  const returned = state === 'returned';
  return (
    <Modal
      open
      title={t(`delivery.report.${state}`)}
      okText={t('delivery.report.record')}
      okButtonProps={{ loading: report.isPending, disabled: returned && reason.trim() === '' }}
      onOk={() =>
        report.mutate(
          returned
            ? { state: 'returned', reason: reason.trim() }
            : { state: 'delivered', at: at.second(0).millisecond(0).format() },
        )
      }
      onCancel={onClose}
    >
      <ProblemAlert error={report.error} />
      {returned ? (
        <Field id="delivery-return-reason" label={t('delivery.report.reason')} required>
          <Input maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
      ) : (
        <Field id="delivery-proof-at" label={t('delivery.report.at')} required>
          <DatePicker
            showTime={{ format: 'HH:mm' }}
            format="YYYY-MM-DD HH:mm"
            allowClear={false}
            value={at}
            onChange={(next: dayjs.Dayjs | null) => next !== null && setAt(next)}
          />
        </Field>
      )}
    </Modal>
  );
}
