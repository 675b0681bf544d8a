import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RoutedTask, type RoutingDecision, readRouting } from '../api/routing.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { RerouteDialog } from './RerouteDialog.tsx';

/** Where a case was sent and why: each decision table with the values it saw, the row that matched and its answer. */
export function RoutingPanel({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [chosen, setChosen] = useState<RoutedTask | null>(null);
  const routing = useQuery({ queryKey: ['case', caseId, 'routing'], queryFn: () => readRouting(caseId) });
  if (routing.data === undefined)
    return routing.error === null ? (
      <LoadingState />
    ) : (
      <ProblemAlert error={routing.error} onRetry={() => void routing.refetch()} />
    );
  const { decisions, tasks, departments } = routing.data;
  return (
    <>
      {tasks.length === 0 ? null : (
        <ul className="ow-list">
          {tasks.map((task) => (
            <li key={task.id}>
              <div className="ow-row">
                <span className="ow-grow">
                  {t('common.labelled', { label: say(task.stepName) })}
                  <strong>{task.unrouted ? t('routing.waits') : task.department.name}</strong>
                </span>
                {task.mayReroute ? (
                  <Button size="small" onClick={() => setChosen(task)}>
                    {t('routing.reroute.open')}
                    <span className="ow-hidden">{say(task.stepName)}</span>
                  </Button>
                ) : null}
              </div>
              {task.returned === null ? null : (
                <div className="ow-small">
                  {t('routing.returnedBy', {
                    department: task.returned.department.name,
                    reason: task.returned.reason,
                  })}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {decisions.length === 0 ? <EmptyState text={t('routing.none')} /> : null}
      <ul className="ow-list">
        {decisions.map((decision) => (
          <DecisionLine key={decision.id} decision={decision} />
        ))}
      </ul>
      {chosen === null ? null : (
        <RerouteDialog
          caseId={caseId}
          task={chosen}
          departments={departments}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

function DecisionLine({ decision }: { decision: RoutingDecision }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  return (
    <li>
      <strong>{decision.name}</strong>
      <div className="ow-small ow-muted">{formatInstant(decision.at, language)}</div>
      <div className="ow-small">
        {t('routing.saw', {
          values: decision.inputs
            .map(({ label, value }) => `${say(label)} = ${say(value) || t('routing.empty')}`)
            .join(t('common.comma')),
        })}
      </div>
      {decision.matched.length === 0 ? <div className="ow-small">{t('routing.noRow')}</div> : null}
      {decision.matched.map((rule) => (
        <div key={rule.row} className="ow-small">
          <div>{t('routing.row', { row: rule.row, rows: decision.rows })}</div>
          {rule.description === '' ? null : <div>{rule.description}</div>}
          <div className="ow-muted">
            {rule.conditions
              .map(({ label, text }) => `${say(label)} ${say(text) || t('routing.any')}`)
              .join(t('common.comma'))}
          </div>
          <div>
            {rule.outputs.map(({ label, value }) => (
              <span key={`${label} ${say(value)}`}>
                → {label === '' ? null : t('common.labelled', { label })}
                <strong>{say(value)}</strong>{' '}
              </span>
            ))}
          </div>
        </div>
      ))}
    </li>
  );
}
