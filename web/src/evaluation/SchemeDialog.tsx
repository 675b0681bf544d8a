import { Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeScheme, type Scheme, type SchemeParameter } from '../api/evaluation.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

/** Changes weights and scoring of a scheme; the sum of the weights is told while they are set. */
export function SchemeDialog({ scheme, onClose }: { scheme: Scheme; onClose: () => void }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [minimum, setMinimum] = useState(scheme.minimum.value);
  const [settings, setSettings] = useState(
    Object.fromEntries(
      scheme.indicators.map(({ id, weight, parameters }) => [
        id,
        { weight, parameters: Object.fromEntries(parameters.map(({ key, value }) => [key, value])) },
      ]),
    ),
  );
  const [reason, setReason] = useState('');
  const save = useAction({
    run: () =>
      changeScheme(scheme.kind, {
        seen: scheme.changed,
        minimum,
        indicators: settings,
        reason: reason.trim(),
      }),
    success: t('records.rules.saved'),
    failed: () => undefined,
    done: onClose,
  });
  const sum = Object.values(settings).reduce((all, { weight }) => all + weight, 0);
  const of = (id: string) => settings[id] ?? { weight: 0, parameters: {} };
  const number = (id: string, one: SchemeParameter, value: number, put: (value: number) => void) => (
    <Field
      key={id}
      id={id}
      label={say(one.name)}
      hint={t('records.rules.bounds', { minimum: one.minimum, maximum: one.maximum, usual: one.usual })}
    >
      <InputNumber precision={0} value={value} onChange={(next: number | null) => put(next ?? one.usual)} />
    </Field>
  );
  return (
    <Modal
      open
      width={760}
      title={t('records.rules.dialog', { name: say(scheme.name) })}
      okText={t('records.rules.save')}
      okButtonProps={{ disabled: reason.trim().length < 2 || sum !== 100, loading: save.isPending }}
      onOk={() => save.mutate(undefined)}
      onCancel={onClose}
    >
      <ProblemAlert error={save.error} />
      {scheme.indicators.map((one) => (
        <fieldset key={one.id} className="ow-evaluation-set">
          <legend>{say(one.name)}</legend>
          <Field
            id={`weight-${one.id}`}
            label={t('evaluation.weight')}
            hint={t('records.rules.bounds', { minimum: 0, maximum: 100, usual: one.usualWeight })}
          >
            <InputNumber
              min={0}
              max={100}
              precision={0}
              value={of(one.id).weight}
              onChange={(weight: number | null) =>
                setSettings((before) => ({ ...before, [one.id]: { ...of(one.id), weight: weight ?? 0 } }))
              }
            />
          </Field>
          {one.parameters.map((parameter) =>
            number(
              `${one.id}-${parameter.key}`,
              parameter,
              of(one.id).parameters[parameter.key] ?? parameter.value,
              (value) =>
                setSettings((before) => ({
                  ...before,
                  [one.id]: {
                    ...of(one.id),
                    parameters: { ...of(one.id).parameters, [parameter.key]: value },
                  },
                })),
            ),
          )}
        </fieldset>
      ))}
      <p role="status" className={sum === 100 ? 'ow-muted' : 'ow-error'}>
        {t(sum === 100 ? 'evaluation.schemes.sum' : 'evaluation.schemes.sumWrong', { sum })}
      </p>
      {number('scheme-minimum', scheme.minimum, minimum, setMinimum)}
      <Field id="scheme-reason" label={t('records.rules.reason')} required>
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
