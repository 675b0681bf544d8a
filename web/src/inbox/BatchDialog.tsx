import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { completeBatch, readTask } from '../api/tasks.ts';
import type { BatchResult, FormData, TaskSummary } from '../api/types.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Field } from '../components/Field.tsx';
import { FormPanel } from '../components/FormPanel.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { BatchList } from './BatchList.tsx';

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
  const [listed] = useState(tasks);
  const [outcome, setOutcome] = useState('');
  const [formData, setFormData] = useState<FormData>({});
  const [password, setPassword] = useState('');
  const [results, setResults] = useState<BatchResult[] | null>(null);
  const sameStep = new Set(listed.map((task) => `${task.packCode} ${task.stepKey}`)).size === 1;
  const firstId = listed[0]?.id ?? '';
  const first = useQuery({
    queryKey: ['task', firstId],
    queryFn: () => readTask(firstId),
    enabled: sameStep && firstId !== '',
  });
  const complete = useAction({
    run: (_: undefined, key) =>
      completeBatch(
        {
          taskIds: listed.map((task) => task.id),
          outcome,
          formData,
          ...(password === '' ? {} : { password }),
        },
        key,
      ),
    done: (answer) => {
      setResults(answer.results);
      void client.invalidateQueries({ queryKey: ['tasks'] });
    },
    failed: () => undefined,
  });
  const needsPassword = first.data?.decision === true;
  const ready = sameStep && outcome !== '' && (!needsPassword || password !== '');
  const chosen = first.data?.outcomes.find((one) => one.key === outcome);
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
            <Button
              type="primary"
              disabled={!ready}
              loading={complete.isPending}
              onClick={() => complete.mutate()}
            >
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
      <BatchList tasks={listed} results={results} />
      <ProblemAlert error={complete.error ?? first.error} />
      {first.data === undefined || results !== null ? null : (
        <>
          <h3 className="ow-card-title" style={{ marginTop: 16 }}>
            {t('inbox.batch.same')}
          </h3>
          <FormPanel form={first.data.form} data={blank} onChange={setFormData} />
          <Radio.Group
            aria-label={t('task.outcome')}
            value={outcome}
            onChange={(event: { target: { value?: unknown } }) => setOutcome(String(event.target.value))}
            options={first.data.outcomes.map((one) => ({ value: one.key, label: say(one.name) }))}
            style={{ marginBottom: 12 }}
          />
          {needsPassword ? (
            <Field id="batch-password" label={t('task.password')} hint={t('task.passwordWhy')} required>
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
