import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handOver, listTasksOf, type PersonLoad } from '../api/people.ts';
import type { BatchResult, TaskSummary } from '../api/taskTypes.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { useAction } from '../components/useAction.ts';
import { spreadTasks } from './spreadTasks.ts';

/** Hands a desk over: every open task to a colleague, the outcome of each, and the account closed when it is empty. */
export function HandOverDialog(props: { leaver: PersonLoad; colleagues: PersonLoad[]; onClose: () => void }) {
  const { leaver, colleagues, onClose } = props;
  const { t } = useTranslation();
  const { say } = useLanguage();
  const tasks = useQuery({
    queryKey: ['people', leaver.id, 'tasks'],
    queryFn: () => listTasksOf(leaver.id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [close, setClose] = useState(false);
  const [results, setResults] = useState<BatchResult[] | null>(null);
  const act = useAction({
    run: (body: Parameters<typeof handOver>[1], key) => handOver(leaver.id, body, key),
    failed: () => undefined,
    done: (answer) => setResults(answer.results),
  });
  const items = tasks.data?.items ?? [];
  const fit = (task: TaskSummary) =>
    colleagues.filter((person) => person.roles.some((role) => role === task.role));
  const moves = items.flatMap((task) => {
    const to = chosen[task.id];
    return to === undefined ? [] : [{ taskId: task.id, to }];
  });
  const ready = close || moves.length > 0;
  return (
    <Modal
      open
      width={820}
      title={t('desk.handOver.title', { name: leaver.name })}
      onCancel={onClose}
      footer={
        results === null ? (
          <>
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button
              type="primary"
              danger={close}
              disabled={!ready}
              loading={act.isPending}
              onClick={() => act.mutate({ moves, close })}
            >
              {t(close ? 'desk.handOver.sendAndClose' : 'desk.handOver.send', { count: moves.length })}
            </Button>
          </>
        ) : (
          <Button type="primary" autoFocus onClick={onClose}>
            {t('common.close')}
          </Button>
        )
      }
    >
      <ProblemAlert error={act.error ?? tasks.error} />
      {results === null || act.data === undefined ? null : (
        <Alert
          role="status"
          showIcon
          type={close && !act.data.closed ? 'warning' : 'success'}
          title={t(
            act.data.closed
              ? 'desk.handOver.closed'
              : close
                ? 'desk.handOver.notClosed'
                : 'desk.handOver.done',
            { name: leaver.name, left: act.data.left, count: results.filter(({ ok }) => ok).length },
          )}
        />
      )}
      {tasks.isPending ? <LoadingState /> : null}
      {tasks.data !== undefined && items.length === 0 ? <p>{t('desk.handOver.empty')}</p> : null}
      {items.length === 0 ? null : (
        <>
          {results === null ? (
            <div className="ow-row ow-desk-tools">
              <Button onClick={() => setChosen(spreadTasks(items, colleagues))}>
                {t('desk.handOver.spread')}
              </Button>
              <span className="ow-muted ow-grow">{t('desk.handOver.spreadWhat')}</span>
            </div>
          ) : null}
          <CardTable
            caption={t('desk.handOver.list')}
            columns={[t('case.number'), t('case.item'), t('inbox.step'), t('desk.handOver.to')]}
            rows={items.map((task) => ({
              key: task.id,
              cells: [
                task.caseNo,
                say(task.itemName),
                say(task.stepName),
                results === null ? (
                  <Select
                    key="to"
                    aria-label={t('desk.handOver.toOf', { number: task.caseNo ?? '' })}
                    value={chosen[task.id] ?? null}
                    placeholder={t('desk.handOver.choose')}
                    onChange={(to: string) => setChosen({ ...chosen, [task.id]: to })}
                    options={fit(task).map((person) => ({
                      value: person.id,
                      label: t('desk.handOver.person', { name: person.name, count: person.open }),
                    }))}
                    notFoundContent={t('desk.bulk.nobodyFit')}
                    className="ow-desk-people"
                  />
                ) : (
                  <Outcome key="outcome" result={results.find(({ taskId }) => taskId === task.id)} />
                ),
              ],
            }))}
          />
        </>
      )}
      {results === null ? (
        <Checkbox
          checked={close}
          onChange={(event) => setClose(event.target.checked)}
          style={{ marginTop: 12 }}
        >
          {t('desk.handOver.close', { name: leaver.name })}
        </Checkbox>
      ) : null}
    </Modal>
  );
}

function Outcome({ result }: { result: BatchResult | undefined }) {
  const { t } = useTranslation();
  if (result === undefined) return <span className="ow-muted">{t('desk.handOver.stays')}</span>;
  if (result.ok)
    return (
      <span className="ow-light ow-light-green">
        <CheckCircleFilled aria-hidden /> {t('inbox.batch.ok')}
      </span>
    );
  return (
    <span className="ow-error">
      <CloseCircleFilled aria-hidden /> {result.problem?.detail ?? t('inbox.batch.failed')}
    </span>
  );
}
