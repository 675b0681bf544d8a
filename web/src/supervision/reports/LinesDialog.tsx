import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type ReportLines, readReportLines } from '../../api/reports.ts';
import { useLanguage } from '../../app/useLanguage.ts';
import { CardTable } from '../../components/CardTable.tsx';
import { formatDay } from '../../components/formats.ts';
import { LoadingState } from '../../components/LoadingState.tsx';
import { ProblemAlert } from '../../components/ProblemAlert.tsx';
import type { ShownNumber } from './ReportTables.tsx';

/** What a number of a report rests on, as it was when the report was made; each line leads to what it is now. */
export function LinesDialog({
  reportId,
  shown,
  onClose,
}: {
  reportId: string;
  shown: ShownNumber;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { ref, figure, words } = shown;
  const lines = useQuery({
    queryKey: ['supervision', 'report', reportId, ref, figure],
    queryFn: () => readReportLines(reportId, { ref, figure }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const count = (lines.data?.cases.length ?? 0) + (lines.data?.records.length ?? 0);
  return (
    <Modal
      open
      width={1040}
      title={t('supervision.report.lines', { name: words, count })}
      footer={null}
      onCancel={onClose}
    >
      <ProblemAlert error={lines.error} onRetry={() => void lines.refetch()} />
      {lines.data === undefined ? (
        lines.error === null && <LoadingState />
      ) : lines.data.cases.length > 0 ? (
        <Cases cases={lines.data.cases} caption={words} />
      ) : (
        <Records records={lines.data.records} caption={words} />
      )}
    </Modal>
  );
}

function Cases({ cases, caption }: { cases: ReportLines['cases']; caption: string }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <CardTable
      caption={caption}
      columns={[
        t('case.number'),
        t('case.department'),
        t('supervision.report.day.received'),
        t('supervision.report.day.accepted'),
        t('supervision.report.day.decided'),
        t('supervision.report.onTime'),
        t('supervision.report.workdays'),
      ]}
      rows={cases.map(({ caseId, caseNo, department, received, accepted, decided, onTime, workdays }) => ({
        key: caseId,
        cells: [
          <Link key="case" to={`/cases/${caseId}`}>
            {caseNo}
          </Link>,
          department.name,
          ...[received, accepted, decided].map((day, at) => (
            <span key={at} className="ow-nowrap">
              {formatDay(day, language)}
            </span>
          )),
          onTime === null ? (
            '—'
          ) : (
            <span key="judged" className="ow-nowrap">
              {t(onTime ? 'common.light.doneOnTime' : 'common.light.doneLate')}
            </span>
          ),
          workdays ?? '—',
        ],
      }))}
    />
  );
}

const pages: Readonly<Record<string, string>> = {
  finding: 'findings',
  complaint: 'findings',
  reminder: 'orders',
  order: 'orders',
  yellowCard: 'cards',
  redCard: 'cards',
};

function Records({ records, caption }: { records: ReportLines['records']; caption: string }) {
  const { t } = useTranslation();
  const { say, language } = useLanguage();
  return (
    <CardTable
      caption={caption}
      columns={[
        t('supervision.report.kind'),
        t('supervision.report.number'),
        t('case.number'),
        t('case.department'),
        t('supervision.report.day.day'),
        t('supervision.report.grade'),
      ]}
      rows={records.map(({ id, kind, name, number, caseId, caseNo, department, day, grade }) => ({
        key: id,
        cells: [
          pages[kind] === undefined ? (
            say(name)
          ) : (
            <Link key="record" to={`/supervision/${pages[kind]}/${id}`}>
              {say(name)}
            </Link>
          ),
          number === '' ? '—' : number,
          caseId === '' ? (
            '—'
          ) : (
            <Link key="case" to={`/cases/${caseId}`}>
              {caseNo}
            </Link>
          ),
          department.name,
          <span key="day" className="ow-nowrap">
            {formatDay(day, language)}
          </span>,
          grade ?? '—',
        ],
      }))}
    />
  );
}
