import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { readPeriod } from '../../api/supervision.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Field } from '../../components/Field.tsx';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { saveBlob } from '../../components/saveBlob.ts';
import { csvOfPeriod } from './csvOfPeriod.ts';
import { HeatMap } from './HeatMap.tsx';
import { PeriodTable } from './PeriodTable.tsx';
import { presets, spanOf } from './presets.ts';
import './period.css';

/** What came in and was decided in a span of days, which stands in the address: as a table, and day by day. */
export function PeriodPanel() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const [search, setSearch] = useSearchParams();
  const usual = spanOf('thisMonth');
  const [from, to] = [search.get('from') ?? usual.from, search.get('to') ?? usual.to];
  const period = useQuery({
    queryKey: ['supervision', 'period', from, to],
    queryFn: () => readPeriod({ from, to }),
  });
  const choose = (span: { from: string; to: string }) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('from', span.from);
        next.set('to', span.to);
        return next;
      },
      { replace: true },
    );
  const preset = presets.find((name) => spanOf(name).from === from && spanOf(name).to === to);
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
          onChange={(name) => choose(spanOf(name as (typeof presets)[number]))}
        />
        {day('period-from', t('supervision.period.from'), from, (chosen) => choose({ from: chosen, to }))}
        {day('period-to', t('supervision.period.to'), to, (chosen) => choose({ from, to: chosen }))}
        {data === undefined || data.rows.length === 0 ? null : (
          <Button
            onClick={() =>
              saveBlob(
                new Blob([csvOfPeriod(data, { t, say })], { type: 'text/csv' }),
                `${t('supervision.period.tab')} ${from} ${to}.csv`,
              )
            }
          >
            {t('supervision.period.export')}
          </Button>
        )}
      </div>
      <ProblemAlert error={period.error} onRetry={() => void period.refetch()} />
      {data === undefined ? (
        period.error === null && <LoadingState />
      ) : data.rows.length === 0 ? (
        <EmptyState text={t('supervision.period.none')} />
      ) : (
        <>
          <PeriodTable period={data} />
          <HeatMap period={data} />
        </>
      )}
    </div>
  );
}
