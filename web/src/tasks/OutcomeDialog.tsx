import { Input, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../api/taskTypes.ts';
import type { Outcome } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { Field } from '../components/Field.tsx';
import { useProblemText } from '../components/useProblemText.ts';

/** Characters of a statement that says something. */
const shortest = 10;

export interface OutcomeDialogProps {
  outcome: Outcome;
  task: TaskView;
  busy: boolean;
  passwordError: unknown;
  /** The decision repeats one that was taken away: what the server said; null before it did. */
  repetition: unknown;
  onCancel: () => void;
  onConfirm: (extra: { comment?: string; password?: string; statement?: string }) => void;
}

/** Confirms an outcome by naming case and outcome. A decision asks for the password: the seal is set under it. */
export function OutcomeDialog({
  outcome,
  task,
  busy,
  passwordError,
  repetition,
  onCancel,
  onConfirm,
}: OutcomeDialogProps) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const words = useProblemText();
  const [comment, setComment] = useState('');
  const [password, setPassword] = useState('');
  const [statement, setStatement] = useState('');
  // Once asked for it stays, also while the answer to the next try is awaited.
  const asked = useRef(false);
  asked.current ||= repetition !== null;
  // It appears above the field in which one is just then.
  useEffect(() => {
    if (repetition !== null) document.getElementById('outcome-statement')?.focus();
  }, [repetition]);
  const authenticates = task.decision || outcome.authenticates === true;
  const needsComment = outcome.commentRequired ?? (outcome.kind === 'back' || outcome.kind === 'refuse');
  const ready =
    (!needsComment || comment.trim() !== '') &&
    (!authenticates || password !== '') &&
    (!asked.current || statement.trim().length >= shortest);
  const confirm = () => {
    if (!ready) return;
    onConfirm({
      ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
      ...(authenticates ? { password } : {}),
      ...(asked.current ? { statement: statement.trim() } : {}),
    });
  };
  return (
    <Modal
      open
      title={t('task.confirmTitle', { outcome: say(outcome.name) })}
      okText={say(outcome.name)}
      okButtonProps={{ disabled: !ready, loading: busy, danger: outcome.kind === 'refuse' }}
      onOk={confirm}
      onCancel={onCancel}
    >
      <Facts
        entries={[
          [
            t('case.number'),
            <span key="number" className="ow-nums">
              {task.caseNo}
            </span>,
          ],
          [t('case.item'), say(task.itemName)],
          [t('case.applicant'), task.case.applicantName],
          [t('inbox.step'), say(task.stepName)],
        ]}
      />
      <div style={{ marginTop: 16 }}>
        <Field
          id="outcome-comment"
          label={t(outcome.kind === 'back' ? 'task.backReason' : 'task.comment')}
          required={needsComment}
          hint={t('desk.opinion.hint')}
        >
          <Input.TextArea
            rows={2}
            maxLength={1000}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        </Field>
        {asked.current ? (
          <Field
            id="outcome-statement"
            label={t('task.repetition')}
            hint={t('task.repetitionWhy')}
            required
            error={repetition === null ? undefined : words(repetition)}
          >
            <Input.TextArea
              rows={3}
              maxLength={2000}
              value={statement}
              onChange={(event) => setStatement(event.target.value)}
            />
          </Field>
        ) : null}
        {authenticates ? (
          <Field
            id="outcome-password"
            label={t('task.password')}
            hint={t('task.passwordWhy')}
            required
            error={passwordError === null ? undefined : words(passwordError)}
          >
            <Input.Password
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              onPressEnter={confirm}
            />
          </Field>
        ) : null}
      </div>
    </Modal>
  );
}
