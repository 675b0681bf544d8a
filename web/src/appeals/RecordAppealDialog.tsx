import { Button, DatePicker, Modal, Radio } from 'antd';
import dayjs from 'dayjs';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AppealKind, type Appeals, recordAppeal } from '../api/appeals.ts';
import type { FormData } from '../api/types.ts';
import { Field } from '../components/Field.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import type { FormHandle } from '../components/FormRenderer.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

const blank: FormData = {};

/** Records an appeal that somebody has lodged: here, with another body, or with a court. */
export function RecordAppealDialog(props: {
  caseId: string;
  appeals: Appeals;
  onClose: (done: boolean) => void;
}) {
  const { caseId, appeals, onClose } = props;
  const { t } = useTranslation();
  const form: FormHandle = useRef(null);
  const [kind, setKind] = useState<AppealKind>(appeals.ways[0] ?? 'internal');
  const [day, setDay] = useState(dayjs());
  const asks = kind === 'internal' ? appeals.form : null;
  const record = useAction({
    run: (formData: FormData) => recordAppeal(caseId, { kind, lodgedOn: day.format('YYYY-MM-DD'), formData }),
    success: t('appeal.recorded'),
    done: () => onClose(true),
    failed: () => undefined,
  });
  const send = () => {
    if (asks === null) record.mutate(blank);
    else if (form.current !== null && form.current.validate().length === 0)
      record.mutate(form.current.data());
  };
  return (
    <Modal
      open
      title={t('appeal.record')}
      onCancel={() => onClose(false)}
      footer={
        <>
          <Button onClick={() => onClose(false)}>{t('common.cancel')}</Button>
          <Button type="primary" loading={record.isPending} onClick={send}>
            {t('appeal.confirm')}
          </Button>
        </>
      }
    >
      <ProblemAlert error={record.error} />
      <Radio.Group
        aria-label={t('appeal.way')}
        value={kind}
        onChange={(event: { target: { value?: unknown } }) => setKind(event.target.value as AppealKind)}
        options={appeals.ways.map((way) => ({ value: way, label: t(`appeal.kind.${way}`) }))}
        style={{ marginBottom: 12 }}
      />
      <Field id="appeal-day" label={t('appeal.day')} required>
        <DatePicker
          maxDate={dayjs()}
          allowClear={false}
          value={day}
          onChange={(value: dayjs.Dayjs | null) => setDay(value ?? dayjs())}
          style={{ width: '100%' }}
        />
      </Field>
      {asks === null ? null : <FormPanel form={asks} data={blank} handle={form} />}
    </Modal>
  );
}
