import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BulkAction, type BulkRequest, bulkAct, listPeople } from '../api/people.ts';
import type { BatchResult, TaskSummary } from '../api/taskTypes.ts';
import { Field } from '../components/Field.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { BatchList } from './BatchList.tsx';

/** One act on several tasks: the list to confirm first, then the outcome of each. */
export function BulkDialog(props: {
  action: BulkAction;
  tasks: TaskSummary[];
  onClose: (finished: boolean) => void;
}) {
  const { action, onClose } = props;
  const { t } = useTranslation();
  const client = useQueryClient();
  const [listed] = useState(props.tasks);
  const [assigneeId, setAssignee] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const [results, setResults] = useState<BatchResult[] | null>(null);
  const people = useQuery({ queryKey: ['people'], queryFn: listPeople, enabled: action === 'assign' });
  const act = useAction({
    run: (body: BulkRequest, key) => bulkAct(body, key),
    failed: () => undefined,
    done: (answer) => {
      setResults(answer.results);
      void client.invalidateQueries({ queryKey: ['tasks'] });
      void client.invalidateQueries({ queryKey: ['supervision'] });
    },
  });
  const roles = new Set(listed.map((task) => task.role));
  const fit = (people.data?.items ?? []).filter((person) =>
    [...roles].every((role) => person.roles.some((held) => held === role)),
  );
  const ready = (action !== 'assign' || assigneeId !== null) && (action !== 'urge' || message.trim() !== '');
  const send = () =>
    act.mutate({
      action,
      taskIds: listed.map((task) => task.id),
      ...(action === 'assign' && assigneeId !== null ? { assigneeId } : {}),
      ...(action === 'urge' ? { message: message.trim() } : {}),
    });
  const done = results?.filter((result) => result.ok).length ?? 0;
  return (
    <Modal
      open
      width={820}
      title={t(results === null ? `desk.bulk.title.${action}` : 'inbox.batch.result')}
      onCancel={() => onClose(results !== null)}
      footer={
        results === null ? (
          <>
            <Button onClick={() => onClose(false)}>{t('common.cancel')}</Button>
            <Button type="primary" disabled={!ready} loading={act.isPending} onClick={send}>
              {t(`desk.bulk.confirm.${action}`, { count: listed.length })}
            </Button>
          </>
        ) : (
          <Button type="primary" autoFocus onClick={() => onClose(true)}>
            {t('common.close')}
          </Button>
        )
      }
    >
      {results === null ? null : (
        <p role="status">{t('desk.bulk.done', { done, failed: results.length - done })}</p>
      )}
      <BatchList tasks={listed} results={results} />
      <ProblemAlert error={act.error ?? people.error} />
      {results === null && action === 'assign' ? (
        <Field id="bulk-assignee" label={t('desk.bulk.to')} hint={t('desk.bulk.toHint')} required>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            value={assigneeId}
            onChange={(id: string) => setAssignee(id)}
            options={fit.map((person) => ({ value: person.id, label: person.name }))}
            notFoundContent={t('desk.bulk.nobodyFit')}
            className="ow-desk-people"
          />
        </Field>
      ) : null}
      {results === null && action === 'urge' ? (
        <Field id="bulk-message" label={t('desk.bulk.message')} hint={t('desk.bulk.messageHint')} required>
          <Input.TextArea
            rows={3}
            maxLength={500}
            value={message}
            onChange={(event) => setMessage(event.target.value)}
          />
        </Field>
      ) : null}
    </Modal>
  );
}
