import { useQueryClient } from '@tanstack/react-query';
import { DatePicker, Input, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { issueOrder, type NewOrder } from '../api/supervisionRecords.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { useDepartments } from './useDepartments.ts';

/** 督办 about a matter without a case, to a department. */
export function MatterDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const departments = useDepartments(true);
  const [department, setDepartment] = useState<string>();
  const [matter, setMatter] = useState('');
  const [message, setMessage] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const send = useAction({
    run: (body: NewOrder, key) => issueOrder(body, key),
    success: t('supervision.urge.done'),
    failed: () => undefined,
    done: () => {
      void client.invalidateQueries({ queryKey: ['supervision'] });
      onClose();
    },
  });
  const ready = department !== undefined && matter.trim().length > 1 && message.trim() !== '' && day !== null;
  return (
    <Modal
      open
      title={t('records.newOrder.title')}
      okText={t('supervision.urge.send')}
      okButtonProps={{ disabled: !ready, loading: send.isPending }}
      onOk={() =>
        ready &&
        send.mutate({
          kind: 'order',
          department,
          matter: matter.trim(),
          message: message.trim(),
          replyDueDay: day,
        })
      }
      onCancel={onClose}
    >
      <ProblemAlert error={send.error} />
      <Field id="matter-department" label={t('case.department')} required>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          value={department ?? null}
          onChange={(value: string) => setDepartment(value)}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          style={{ width: '100%' }}
        />
      </Field>
      <Field id="matter-matter" label={t('records.newOrder.matter')} required>
        <Input maxLength={120} value={matter} onChange={(event) => setMatter(event.target.value)} />
      </Field>
      <Field id="matter-message" label={t('supervision.urge.message')} required>
        <Input.TextArea
          rows={3}
          maxLength={500}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
      </Field>
      <Field id="matter-day" label={t('supervision.urge.day')} required>
        <DatePicker
          minDate={dayjs()}
          value={day === null ? null : dayjs(day)}
          onChange={(value: dayjs.Dayjs | null) => setDay(value === null ? null : value.format('YYYY-MM-DD'))}
          style={{ width: '100%' }}
        />
      </Field>
    </Modal>
  );
}
