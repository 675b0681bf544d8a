import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Card, Select, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import {
  type EvaluationKind,
  type EvaluationPeriod,
  evaluationKinds,
  listPeriods,
  readResult,
} from '../api/evaluation.ts';
import { chosenTab } from '../app/chosenTab.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { Field } from '../components/Field.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { AppealList } from './AppealList.tsx';
import { periodText } from './evaluationTexts.ts';
import { ResultPanel } from './ResultPanel.tsx';
import './evaluation.css';

/** 绩效评价: scores and ranks of a month or quarter, which stands in the address; the appeals. */
export function EvaluationPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const user = useUser();
  const kinds = hasRole(user, ['supervisor', 'head'])
    ? evaluationKinds
    : evaluationKinds.filter((kind) => (kind === 'gridWorker') === hasRole(user, ['gridWorker']));
  const own = kinds.filter((kind) => kind !== 'department' || hasRole(user, ['supervisor', 'head']));
  const tabs = [
    ...own.map((kind) => ({
      key: kind,
      label: t(`evaluation.kind.${kind}`),
      children: <PeriodChoice kind={kind} />,
    })),
    { key: 'appeals', label: t('evaluation.appeals.title'), children: <AppealList /> },
  ];
  const choose = (tabOf: string) => setSearch({ tab: tabOf }, { replace: true });
  return (
    <Page
      title={t('evaluation.title')}
      extra={<Link to="/evaluation/schemes">{t('evaluation.schemes.title')}</Link>}
    >
      <Card>
        <Tabs activeKey={chosenTab(search.get('tab'), tabs)} onChange={choose} items={tabs} />
      </Card>
    </Page>
  );
}

function PeriodChoice({ kind }: { kind: EvaluationKind }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const periods = useQuery({ queryKey: ['evaluation', kind, 'periods'], queryFn: () => listPeriods(kind) });
  const chosen = search.get('period') ?? usual(periods.data?.items);
  const revision = search.get('revision') ?? undefined;
  const result = useQuery({
    queryKey: ['evaluation', kind, chosen, revision],
    queryFn: () => readResult(kind, chosen ?? '', { revision }),
    enabled: chosen !== undefined,
  });
  const put = (key: 'period' | 'revision', value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (key === 'period') next.delete('revision');
        next.set(key, value);
        return next;
      },
      { replace: true },
    );
  if (periods.data === undefined || chosen === undefined)
    return periods.error === null ? <LoadingState /> : <ProblemAlert error={periods.error} />;
  return (
    <div className="ow-stack">
      <div className="ow-row ow-evaluation-choice">
        <Field id={`period-${kind}`} label={t('evaluation.period')}>
          <Select
            value={chosen}
            onChange={(value: string) => put('period', value)}
            options={periods.data.items.map((one) => ({
              value: one.period,
              label: t(one.revision === null ? 'evaluation.periodOpen' : 'evaluation.periodClosed', {
                period: periodText(one.period, t),
              }),
            }))}
          />
        </Field>
        {(result.data?.revisions.length ?? 0) < 2 ? null : (
          <Field id={`revision-${kind}`} label={t('evaluation.revision')}>
            <Select
              value={String(result.data?.published?.revision ?? '')}
              onChange={(value: string) => put('revision', value)}
              options={(result.data?.revisions ?? []).map((one) => ({
                value: String(one.revision),
                label: t('evaluation.revisionIs', { revision: one.revision }),
              }))}
            />
          </Field>
        )}
      </div>
      <ProblemAlert error={result.error} onRetry={() => void result.refetch()} />
      {result.data === undefined ? (
        result.error === null && <LoadingState />
      ) : (
        <ResultPanel
          result={result.data}
          onPublished={() => client.invalidateQueries({ queryKey: ['evaluation'] })}
        />
      )}
    </div>
  );
}

/** The last month that is over: what there is to publish. */
function usual(periods: readonly EvaluationPeriod[] | undefined): string | undefined {
  return periods?.find(({ over, months }) => over && months === 1)?.period ?? periods?.[0]?.period;
}
