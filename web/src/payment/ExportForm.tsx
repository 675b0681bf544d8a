import { DownloadOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exportPaymentList, type PaymentList } from '../api/payment.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { saveBlob } from '../components/saveBlob.ts';
import { useAction } from '../components/useAction.ts';

/** Takes the list as a file for the bank; the purpose comes first, because every file is in the use log. */
export function ExportForm({ list, onTaken }: { list: PaymentList; onTaken: () => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [purpose, setPurpose] = useState('');
  const take = useAction({
    run: async (format: 'csv' | 'xlsx') =>
      saveBlob(
        await exportPaymentList(list.id, format, purpose.trim()),
        `${say(list.itemName)} ${list.period}.${format}`,
      ),
    success: t('payment.export.taken'),
    done: onTaken,
  });
  return (
    <div className="ow-payment-form">
      <Field id="export-purpose" label={t('payment.export.purpose')} hint={t('payment.export.hint')} required>
        <Input maxLength={200} value={purpose} onChange={(event) => setPurpose(event.target.value)} />
      </Field>
      <div className="ow-row">
        {list.formats.map((format) => (
          <Button
            key={format}
            icon={<DownloadOutlined aria-hidden />}
            disabled={purpose.trim() === ''}
            loading={take.isPending && take.variables === format}
            onClick={() => take.mutate(format)}
          >
            {t('payment.export.as', { format: format.toUpperCase() })}
          </Button>
        ))}
      </div>
    </div>
  );
}
