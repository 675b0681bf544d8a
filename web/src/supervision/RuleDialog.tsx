import { Checkbox, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeRule, type Rule } from '../api/supervisionRecords.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** Changes a rule for the district: on or off, thresholds within their bounds, working days to explain a finding; with a reason. */
export function RuleDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [enabled, setEnabled] = useState(rule.enabled);
  const [values, setValues] = useState(
    Object.fromEntries(rule.parameters.map((one) => [one.key, one.value])),
  );
  const [days, setDays] = useState(Number(rule.handling.split(' ')[0]));
  const [reason, setReason] = useState('');
  const save = useAction({
    run: () =>
      changeRule(rule.id, {
        seen: rule.changed,
        enabled,
        parameters: values,
        handling: `${days} workday`,
        reason: reason.trim(),
      }),
    success: t('records.rules.saved'),
    failed: () => undefined,
    done: onClose,
  });
  return (
    <Modal
      open
      title={t('records.rules.dialog', { name: say(rule.name) })}
      okText={t('records.rules.save')}
      okButtonProps={{ disabled: reason.trim().length < 2, loading: save.isPending }}
      onOk={() => save.mutate(undefined)}
      onCancel={onClose}
    >
      <ProblemAlert error={save.error} />
      <Checkbox checked={enabled} onChange={(event) => setEnabled(event.target.checked)}>
        {t('records.rules.enabled')}
      </Checkbox>
      {rule.parameters.map((one) => (
        <Field
          key={one.key}
          id={`rule-${one.key}`}
          label={say(one.name)}
          hint={t('records.rules.bounds', { minimum: one.minimum, maximum: one.maximum, usual: one.usual })}
        >
          <InputNumber
            precision={0}
            value={values[one.key] ?? one.value}
            onChange={(value: number | null) =>
              setValues((before) => ({ ...before, [one.key]: value ?? one.usual }))
            }
          />
        </Field>
      ))}
      <Field id="rule-handling" label={t('records.rules.handlingDays')}>
        <InputNumber
          min={1}
          max={60}
          precision={0}
          value={days}
          onChange={(value: number | null) => setDays(value ?? 5)}
        />
      </Field>
      <Field id="rule-reason" label={t('records.rules.reason')} required>
        <Input.TextArea
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
