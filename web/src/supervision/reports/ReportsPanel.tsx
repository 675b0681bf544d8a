import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { createReport, listReports } from '../../api/reports.ts';
import type { NamedRef } from '../../api/types.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { CardTable } from '../../components/CardTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Field } from '../../components/Field.tsx';
import { formatInstant } from '../../components/formats.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import { useAction } from '../../components/useAction.ts';
import { periodText } from '../../evaluation/evaluationTexts.ts';
import { todayInShanghai } from '../period/presets.ts';

/** Monthly evaluation reports; a supervisor (with `departments`) makes them. */
export function ReportsPanel({ departments }: { departments?: NamedRef[] }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const reports = useQuery({ queryKey: ['supervision', 'reports'], queryFn: listReports });
  return (
    <div className="ow-stack">
      {departments === undefined ? null : <NewReport departments={departments} />}
      <ProblemAlert error={reports.error} onRetry={() => void reports.refetch()} />
      {reports.data === undefined ? (
        reports.error === null && <LoadingState />
      ) : reports.data.items.length === 0 ? (
        <EmptyState text={t('supervision.report.none')} />
      ) : (
        <CardTable
          caption={t('supervision.report.tab')}
          columns={[
            t('supervision.report.number'),
            t('supervision.report.month'),
            t('supervision.report.scope'),
            t('supervision.report.at'),
            t('supervision.report.by'),
          ]}
          rows={reports.data.items.map(({ id, number, month, department, at, by, whole }) => ({
            key: id,
            cells: [
              <Link key="link" to={`/supervision/reports/${id}`}>
                {number}
              </Link>,
              whole
                ? periodText(month, t)
                : t('supervision.report.unfinished', { month: periodText(month, t) }),
              department?.name ?? t('supervision.report.district'),
              formatInstant(at, language),
              by,
            ],
          }))}
        />
      )}
    </div>
  );
}

function NewReport({ departments }: { departments: NamedRef[] }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [month, setMonth] = useState(dayjs(todayInShanghai()).subtract(1, 'month').format('YYYY-MM'));
  const [department, setDepartment] = useState('');
  const make = useAction({
    run: (body: { month: string; department: string }, key) => createReport(body, key),
    success: t('supervision.report.made'),
    failed: () => undefined,
    done: async (report) => {
      await client.invalidateQueries({ queryKey: ['supervision', 'reports'] });
      await navigate(`/supervision/reports/${report.id}`);
    },
  });
  return (
    <>
      <ProblemAlert error={make.error} />
      <div className="ow-row ow-period-span">
        <Field id="report-month" label={t('supervision.report.month')}>
          <DatePicker
            picker="month"
            allowClear={false}
            value={dayjs(`${month}-01`)}
            disabledDate={(day: dayjs.Dayjs) => day.format('YYYY-MM') > todayInShanghai().slice(0, 7)}
            onChange={(chosen: dayjs.Dayjs | null) => chosen !== null && setMonth(chosen.format('YYYY-MM'))}
          />
        </Field>
        <Field id="report-scope" label={t('supervision.report.scope')}>
          <Select
            value={department}
            style={{ minWidth: 260 }}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={setDepartment}
            options={[
              { value: '', label: t('supervision.report.district') },
              ...departments.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
        </Field>
        <Button type="primary" loading={make.isPending} onClick={() => make.mutate({ month, department })}>
          {t('supervision.report.make')}
        </Button>
      </div>
    </>
  );
}
