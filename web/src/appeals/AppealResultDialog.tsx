import { Button, Input, Modal, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Appeal, type AppealOutcome, type DecisionPart, decideAppeal } from '../api/appeals.ts';
import { isAboutPassword } from '../api/isAboutPassword.ts';
import { Field } from '../components/Field.tsx';
import { OwnPasswordField } from '../components/OwnPasswordField.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { PaperFields } from './PaperFields.tsx';
import { blankPaper, isChanging, isComplete, paperOf } from './paper.ts';

const outcomes: readonly AppealOutcome[] = ['upheld', 'changed', 'revokedInPart', 'revoked', 'withdrawn'];

/** The result of an appeal, under the person's own password: decided here, or as another body told it. */
export function AppealResultDialog(props: {
  caseId: string;
  appeal: Appeal;
  /** What the decision says. */
  parts: readonly DecisionPart[];
  onClose: (done: boolean) => void;
}) {
  const { caseId, appeal, parts, onClose } = props;
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<AppealOutcome>('upheld');
  const [reason, setReason] = useState('');
  const [paper, setPaper] = useState(() => blankPaper(dayjs().format('YYYY-MM-DD')));
  const [password, setPassword] = useState('');
  const decide = useAction({
    run: () =>
      decideAppeal(caseId, appeal.id, {
        outcome,
        reason: reason.trim(),
        password,
        ...paperOf(outcome, paper),
      }),
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
            disabled={reason.trim().length < 2 || password === '' || !isComplete(appeal.kind, outcome, paper)}
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
        onChange={(event: { target: { value?: unknown } }) => {
          setOutcome(event.target.value as AppealOutcome);
          setPaper({ ...paper, parts: {} });
        }}
        options={outcomes.map((one) => ({ value: one, label: t(`appeal.outcome.${one}`) }))}
        style={{ marginBottom: 12 }}
      />
      {isChanging(outcome) ? (
        <PaperFields
          kind={appeal.kind}
          outcome={outcome}
          known={parts}
          lodgedOn={appeal.lodgedOn}
          paper={paper}
          onChange={setPaper}
        />
      ) : null}
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
