import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { readPeriod } from '../../api/supervision.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Field } from '../../components/Field.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { TableExport } from '../TableExport.tsx';
import { HeatMap } from './HeatMap.tsx';
import { PeriodTable } from './PeriodTable.tsx';
import { presets, spanIn } from './presets.ts';
import './period.css';

/** What came in and was decided in a span of days, which stands in the address: as a table, and day by day. */
export function PeriodPanel() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { preset, from, to } = spanIn(search);
  const period = useQuery({
    queryKey: ['supervision', 'period', from, to],
    queryFn: () => readPeriod({ from, to }),
  });
  const choose = (span: { from: string; to: string } | { span: string }) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const key of ['span', 'from', 'to']) next.delete(key);
        for (const [key, value] of Object.entries(span)) next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const day = (id: string, label: string, value: string, put: (chosen: string) => void) => (
    <Field id={id} label={label}>
      <DatePicker
        allowClear={false}
        value={dayjs(value)}
        onChange={(chosen: dayjs.Dayjs | null) => chosen !== null && put(chosen.format('YYYY-MM-DD'))}
      />
    </Field>
  );
  const { data } = period;
  return (
    <div className="ow-stack">
      <div className="ow-row ow-period-span">
        <Segmented
          aria-label={t('supervision.period.tab')}
          value={preset ?? ''}
          options={presets.map((name) => ({ value: name, label: t(`supervision.period.${name}`) }))}
          onChange={(name) => choose({ span: name })}
        />
        {day('period-from', t('supervision.period.from'), from, (chosen) => choose({ from: chosen, to }))}
        {day('period-to', t('supervision.period.to'), to, (chosen) => choose({ from, to: chosen }))}
        <span className="ow-grow" />
        {data === undefined || data.rows.length === 0 ? null : (
          <TableExport
            name={`${t('supervision.period.tab')} ${from} ${to}`}
            query={{ table: 'period', from, to }}
          />
        )}
      </div>
      <ProblemAlert error={period.error} onRetry={() => void period.refetch()} />
      {data === undefined ? (
        period.error === null && <LoadingState />
      ) : data.rows.length === 0 ? (
        <EmptyState text={t('supervision.period.none')}>
          {preset === 'thisMonth' ? (
            <Button onClick={() => choose({ span: 'lastDays' })}>
              {t('supervision.period.showLastDays')}
            </Button>
          ) : null}
        </EmptyState>
      ) : (
        <>
          <PeriodTable period={data} />
          <HeatMap period={data} />
        </>
      )}
    </div>
  );
}
