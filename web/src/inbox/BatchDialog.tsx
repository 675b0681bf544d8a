import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Radio } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isAboutPassword } from '../api/isAboutPassword.ts';
import { completeBatch, previewBatch, readTask } from '../api/tasks.ts';
import type { BatchResult, TaskSummary } from '../api/taskTypes.ts';
import type { FormData } from '../api/types.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import type { FormHandle } from '../components/FormRenderer.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { useProblemText } from '../components/useProblemText.ts';
import { BatchList } from './BatchList.tsx';
import { MadeList } from './MadeList.tsx';

/** The shared form starts empty: what one case has prefilled must not reach the others. */
const blank: FormData = {};

/** Batch handling: the list to confirm first, then the outcome of each. Only tasks of one step can go together. */
export function BatchDialog({
  tasks,
  onClose,
}: {
  tasks: TaskSummary[];
  onClose: (finished: boolean) => void;
}) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const client = useQueryClient();
  const words = useProblemText();
  const [listed] = useState(tasks);
  const [outcome, setOutcome] = useState('');
  const [comment, setComment] = useState('');
  const form: FormHandle = useRef(null);
  const [password, setPassword] = useState('');
  const [results, setResults] = useState<BatchResult[] | null>(null);
  const [made, setMade] = useState<{ id: string; number: string } | null>(null);
  const user = useUser();
  const sameStep = new Set(listed.map((task) => `${task.packCode} ${task.stepKey}`)).size === 1;
  const firstId = listed[0]?.id ?? '';
  const first = useQuery({
    queryKey: ['task', firstId],
    queryFn: () => readTask(firstId),
    enabled: sameStep && firstId !== '',
  });
  const preview = useQuery({
    queryKey: ['batch', ...listed.map((task) => task.id)],
    queryFn: () => previewBatch(listed.map((task) => task.id)),
    enabled: sameStep && hasRole(user, ['approver', 'head']),
  });
  const complete = useAction({
    run: (formData: FormData, key) =>
      completeBatch(
        {
          taskIds: listed.map((task) => task.id),
          outcome,
          formData,
          ...(comment.trim() === '' ? {} : { comment: comment.trim() }),
          ...(password === '' ? {} : { password }),
        },
        key,
      ),
    done: (answer) => {
      setResults(answer.results);
      setMade(answer.list);
      void client.invalidateQueries({ queryKey: ['tasks'] });
    },
    failed: () => undefined,
  });
  const aboutPassword = isAboutPassword(complete.error);
  const needsPassword = first.data?.decision === true;
  const chosen = first.data?.outcomes.find((one) => one.key === outcome);
  const needsComment = chosen?.commentRequired === true;
  const ready =
    sameStep &&
    preview.error === null &&
    chosen !== undefined &&
    (!needsComment || comment.trim() !== '') &&
    (!needsPassword || password !== '');
  // What is wrong with the one form would be wrong with every case: nothing is sent before it is right.
  const confirm = () => {
    if (form.current === null || form.current.validate().length > 0) return;
    complete.mutate(form.current.data());
  };
  return (
    <Modal
      open
      width={820}
      title={t(results === null ? 'inbox.batch.title' : 'inbox.batch.result')}
      onCancel={() => onClose(results !== null)}
      footer={
        results === null ? (
          <>
            <Button onClick={() => onClose(false)}>{t('common.cancel')}</Button>
            <Button type="primary" disabled={!ready} loading={complete.isPending} onClick={confirm}>
              {t('inbox.batch.confirm', { count: listed.length, outcome: say(chosen?.name) })}
            </Button>
          </>
        ) : (
          <Button type="primary" onClick={() => onClose(true)}>
            {t('common.close')}
          </Button>
        )
      }
    >
      {sameStep ? null : <Alert type="warning" showIcon title={t('inbox.batch.mixed')} />}
      <BatchList tasks={listed} results={results} preview={preview.data} />
      {made === null ? null : <MadeList list={made} />}
      <ProblemAlert error={(aboutPassword ? null : complete.error) ?? first.error ?? preview.error} />
      {first.data === undefined || preview.isLoading || results !== null ? null : (
        <>
          <h3 className="ow-card-title" style={{ marginTop: 16 }}>
            {t('inbox.batch.same')}
          </h3>
          <FormPanel form={preview.data?.form ?? first.data.form} data={blank} handle={form} />
          <Radio.Group
            aria-label={t('task.outcome')}
            value={outcome}
            onChange={(event: { target: { value?: unknown } }) => setOutcome(String(event.target.value))}
            options={first.data.outcomes.map((one) => ({ value: one.key, label: say(one.name) }))}
            style={{ marginBottom: 12 }}
          />
          {needsComment ? (
            <Field id="batch-comment" label={t('task.comment')} required>
              <Input.TextArea
                rows={2}
                maxLength={1000}
                value={comment}
                onChange={(event) => setComment(event.target.value)}
              />
            </Field>
          ) : null}
          {needsPassword ? (
            <Field
              id="batch-password"
              label={t('task.password')}
              hint={t('task.passwordWhy')}
              required
              error={aboutPassword ? words(complete.error) : undefined}
            >
              <Input.Password
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            </Field>
          ) : null}
        </>
      )}
      {sameStep && first.isPending ? <LoadingState /> : null}
    </Modal>
  );
}
