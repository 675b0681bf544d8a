import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Appeal, type AppealOutcome, decideAppeal } from '../api/appeals.ts';
import { isAboutPassword } from '../api/isAboutPassword.ts';
import { Field } from '../components/Field.tsx';
import { OwnPasswordField } from '../components/OwnPasswordField.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';

const outcomes: readonly AppealOutcome[] = ['upheld', 'changed', 'withdrawn'];

/** The result of an appeal, under the person's own password: decided here, or as another body told it. */
export function AppealResultDialog(props: {
  caseId: string;
  appeal: Appeal;
  onClose: (done: boolean) => void;
}) {
  const { caseId, appeal, onClose } = props;
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<AppealOutcome>('upheld');
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const decide = useAction({
    run: () => decideAppeal(caseId, appeal.id, { outcome, reason: reason.trim(), password }),
    success: t('appeal.decided'),
    done: () => onClose(true),
    failed: () => undefined,
  });
  return (
    <Modal
      open
      title={t('appeal.resultOf', { kind: t(`appeal.kind.${appeal.kind}`) })}
      onCancel={() => onClose(false)}
      footer={
        <>
          <Button onClick={() => onClose(false)}>{t('common.cancel')}</Button>
          <Button
            type="primary"
            disabled={reason.trim().length < 2 || password === ''}
            loading={decide.isPending}
            onClick={() => decide.mutate(undefined)}
          >
            {t('appeal.confirmResult')}
          </Button>
        </>
      }
    >
      <ProblemAlert error={isAboutPassword(decide.error) ? null : decide.error} />
      <Radio.Group
        aria-label={t('appeal.result')}
        value={outcome}
        onChange={(event: { target: { value?: unknown } }) => setOutcome(event.target.value as AppealOutcome)}
        options={outcomes.map((one) => ({ value: one, label: t(`appeal.outcome.${one}`) }))}
        style={{ marginBottom: 12 }}
      />
      <Field id="appeal-reason" label={t('appeal.reason')} required>
        <Input.TextArea
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <OwnPasswordField id="appeal-password" value={password} error={decide.error} onChange={setPassword} />
    </Modal>
  );
}
