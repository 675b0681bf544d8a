import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Card, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { readEvaluations } from '../api/dispatch.ts';
import { hasRole } from '../app/navigation.ts';
import { useUser } from '../app/session.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { Field } from '../components/Field.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import './dispatch.css';
import { EvaluationTable } from './EvaluationTable.tsx';

const dayFormat = 'YYYY-MM-DD';

/** 综合评价 of a period by unit; the period stays in the address. A head sees the own unit only. */
export function EvaluationPage() {
  const { t } = useTranslation();
  const user = useUser();
  const [search, setSearch] = useSearchParams();
  const to = dayOf(search.get('to')) ?? dayjs().format(dayFormat);
  const from = dayOf(search.get('from')) ?? dayjs(to).startOf('month').format(dayFormat);
  const wrong = from > to;
  const found = useQuery({
    queryKey: ['dispatch', 'evaluations', from, to],
    queryFn: () => readEvaluations({ from, to }),
    enabled: !wrong,
    placeholderData: keepPreviousData,
  });
  const trail = hasRole(user, ['shiftChief', 'supervisor'])
    ? { label: t('app.nav.dispatch'), to: '/dispatch' }
    : { label: t('app.nav.supervision'), to: '/supervision' };
  const choose = (change: { from?: string; to?: string }) =>
    setSearch({ from, to, ...change }, { replace: true });
  const picker = (value: string, take: (day: string) => void) => (
    <DatePicker
      allowClear={false}
      value={dayjs(value)}
      maxDate={dayjs()}
      onChange={(day: dayjs.Dayjs | null) => take(day?.format(dayFormat) ?? value)}
      style={{ width: '100%' }}
    />
  );
  return (
    <Page title={t('dispatch.evaluation.title')} trail={[trail]}>
      <Card>
        <div className="ow-fields ow-period">
          <Field
            id="evaluation-from"
            label={t('dispatch.evaluation.from')}
            error={wrong ? t('dispatch.evaluation.wrongPeriod') : undefined}
          >
            {picker(from, (day) => choose({ from: day }))}
          </Field>
          <Field id="evaluation-to" label={t('dispatch.evaluation.to')}>
            {picker(to, (day) => choose({ to: day }))}
          </Field>
        </div>
        <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
        {found.data === undefined ? (
          found.error === null && !wrong ? (
            <LoadingState />
          ) : null
        ) : found.data.total.closed === 0 && found.data.void === 0 ? (
          <EmptyState text={t('dispatch.evaluation.none')} />
        ) : (
          <EvaluationTable found={found.data} />
        )}
      </Card>
    </Page>
  );
}

function dayOf(text: string | null): string | undefined {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
}
