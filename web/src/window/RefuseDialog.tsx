import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Operation } from '../api/itemTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import type { ActionDialogProps } from './AcceptDialog.tsx';

export interface RefuseDialogProps extends ActionDialogProps {
  reasons: Operation['refusalReasons'];
  /** Before receipt only what is another body's business may be refused. */
  atOnce: boolean;
  onDone: (body: { reasonKey: string; reason: string; referTo?: string }) => void;
}

/** Refusal to accept: a reason of the law's list and its explanation, both printed on the notice. */
export function RefuseDialog({ reasons, atOnce, onDone, open, busy, onCancel }: RefuseDialogProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [reasonKey, setReasonKey] = useState('');
  const [reason, setReason] = useState('');
  const [referTo, setReferTo] = useState('');
  const offered = atOnce ? reasons.filter((one) => one.refersElsewhere) : reasons;
  const elsewhere = reasons.find((one) => one.key === reasonKey)?.refersElsewhere === true;
  const ready = reasonKey !== '' && reason.trim() !== '' && (!elsewhere || referTo.trim() !== '');
  return (
    <Modal
      open={open}
      title={t('window.refuse.title')}
      okText={t('window.action.refuse')}
      okButtonProps={{ danger: true, disabled: !ready, loading: busy }}
      onOk={() =>
        onDone({
          reasonKey,
          reason: reason.trim(),
          ...(elsewhere ? { referTo: referTo.trim() } : {}),
        })
      }
      onCancel={onCancel}
    >
      <p>{t('window.refuse.text')}</p>
      {atOnce ? <p>{t('window.refuse.atOnce')}</p> : null}
      <Radio.Group
        aria-label={t('window.refuse.reason')}
        value={reasonKey}
        onChange={(event: { target: { value?: unknown } }) => setReasonKey(String(event.target.value))}
        options={offered.map((entry) => ({ value: entry.key, label: say(entry.text) }))}
        style={{ display: 'grid', gap: 8, marginBottom: 16 }}
      />
      {elsewhere ? (
        <Field
          id="refuse-refer-to"
          label={t('window.refuse.referTo')}
          hint={t('window.refuse.referHint')}
          required
        >
          <Input maxLength={200} value={referTo} onChange={(event) => setReferTo(event.target.value)} />
        </Field>
      ) : null}
      <Field id="refuse-reason" label={t('window.refuse.explain')} required>
        <Input.TextArea
          rows={3}
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
