import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAboutPassword } from '../api/isAboutPassword.ts';
import { claimBack, endBenefit, resumeBenefit } from '../api/payment.ts';
import { Field } from '../components/Field.tsx';
import { OwnPasswordField } from '../components/OwnPasswordField.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { yuan } from './yuan.ts';

/** What is decided about a benefit: its end, the suspension that is lifted, or the fen that are claimed back. */
export type BenefitAct = { end: true } | { resume: string } | { claimBack: number };

const grounds = ['death', 'deregistration', 'decision'] as const;

/** Ends a benefit, lifts a suspension, or claims back what was overpaid, under the person's own password. */
export function BenefitDialog(props: {
  id: string;
  act: BenefitAct;
  name: string;
  onClose: (done: boolean) => void;
}) {
  const { id, act, name, onClose } = props;
  const { t } = useTranslation();
  const [ground, setGround] = useState<string>('death');
  const [on, setOn] = useState('');
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const ends = 'end' in act;
  const key = ends ? 'end' : 'resume' in act ? 'resume' : 'claimBack';
  const decide = useAction({
    run: () => {
      const given = { reason: reason.trim(), password };
      if ('claimBack' in act) return claimBack(id, given);
      return ends
        ? endBenefit(id, { ground, on: on.trim(), ...given })
        : resumeBenefit(id, { ground: act.resume, ...given });
    },
    success: t(`payment.${key}.done`),
    done: () => onClose(true),
    failed: () => undefined,
  });
  const dayWrong = on !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(on.trim());
  const ready = reason.trim() !== '' && password !== '' && (!ends || (on !== '' && !dayWrong));
  return (
    <Modal
      open
      title={t(`payment.${key}.title`, { name })}
      onCancel={() => onClose(false)}
      footer={
        <>
          <Button onClick={() => onClose(false)}>{t('common.cancel')}</Button>
          <Button
            type="primary"
            danger={ends}
            disabled={!ready}
            loading={decide.isPending}
            onClick={() => decide.mutate(undefined)}
          >
            {t(`payment.${key}.confirm`)}
          </Button>
        </>
      }
    >
      <ProblemAlert error={isAboutPassword(decide.error) ? null : decide.error} />
      {'claimBack' in act ? <p>{t('payment.claimBack.about', { amount: yuan(act.claimBack) })}</p> : null}
      {ends ? (
        <>
          <Radio.Group
            aria-label={t('payment.end.ground')}
            value={ground}
            onChange={(event: { target: { value?: unknown } }) => setGround(String(event.target.value))}
            options={grounds.map((one) => ({ value: one, label: t(`payment.ground.${one}`) }))}
            style={{ marginBottom: 12 }}
          />
          <Field
            id="benefit-day"
            label={t('payment.end.on')}
            hint={t('payment.end.hint')}
            required
            error={dayWrong ? t('payment.end.dayWrong') : undefined}
          >
            <Input
              inputMode="numeric"
              placeholder="2026-11-23"
              value={on}
              onChange={(event) => setOn(event.target.value)}
            />
          </Field>
        </>
      ) : null}
      <Field id="benefit-reason" label={t('payment.end.reason')} required>
        <Input.TextArea
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <OwnPasswordField id="benefit-password" value={password} error={decide.error} onChange={setPassword} />
    </Modal>
  );
}
