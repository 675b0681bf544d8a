import { useQueryClient } from '@tanstack/react-query';
import { DatePicker, Input, Modal, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { issueOrder, type NewOrder } from '../api/supervisionRecords.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** Urges a case: an informal reminder, or a supervision order with the day by which a reply is due. */
export function UrgeDialog({
  caseId,
  caseNo,
  findingId,
  onClose,
}: {
  caseId: string;
  caseNo: string | null;
  /** The finding that it is about. */
  findingId?: string;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [kind, setKind] = useState<NewOrder['kind']>('reminder');
  const [message, setMessage] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const [person, setPerson] = useState('');
  const send = useAction({
    run: (body: NewOrder, key) => issueOrder(body, key),
    success: t('supervision.urge.done'),
    failed: () => undefined,
    done: () => {
      void client.invalidateQueries({ queryKey: ['supervision'] });
      void client.invalidateQueries({ queryKey: ['case', caseId] });
      onClose();
    },
  });
  const ready = message.trim() !== '' && (kind === 'reminder' || day !== null);
  return (
    <Modal
      open
      title={t('supervision.urge.title', { caseNo })}
      okText={t('supervision.urge.send')}
      okButtonProps={{ disabled: !ready, loading: send.isPending }}
      onOk={() =>
        send.mutate({
          caseId,
          kind,
          message: message.trim(),
          ...(day === null ? {} : { replyDueDay: day }),
          ...(findingId === undefined ? {} : { findingId }),
          ...(person.trim() === '' ? {} : { person: person.trim() }),
        })
      }
      onCancel={onClose}
    >
      <ProblemAlert error={send.error} />
      <Radio.Group
        aria-label={t('supervision.urge.kindLabel')}
        value={kind}
        onChange={(event: { target: { value?: unknown } }) =>
          setKind(event.target.value === 'order' ? 'order' : 'reminder')
        }
        options={(['reminder', 'order'] as const).map((value) => ({
          value,
          label: t(`supervision.urge.kind.${value}`),
        }))}
        style={{ marginBottom: 12 }}
      />
      <Field id="urge-message" label={t('supervision.urge.message')} required>
        <Input.TextArea
          rows={3}
          maxLength={500}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
      </Field>
      <Field id="urge-day" label={t('supervision.urge.day')} required={kind === 'order'}>
        <DatePicker
          minDate={dayjs()}
          value={day === null ? null : dayjs(day)}
          onChange={(value: dayjs.Dayjs | null) => setDay(value === null ? null : value.format('YYYY-MM-DD'))}
          style={{ width: '100%' }}
        />
      </Field>
      <Field id="urge-person" label={t('records.person')} hint={t('records.personHint')}>
        <Input maxLength={64} value={person} onChange={(event) => setPerson(event.target.value)} />
      </Field>
    </Modal>
  );
}
