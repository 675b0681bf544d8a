import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readCaseFile } from '../api/dispatch.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** What a case file is beside a case: place, kind, rounds, requests, and every report of it. */
export function CaseFileFacts({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const file = useQuery({ queryKey: ['case', caseId, 'file'], queryFn: () => readCaseFile(caseId) });
  if (file.data === undefined)
    return file.error === null ? (
      <LoadingState />
    ) : (
      <ProblemAlert error={file.error} onRetry={() => void file.refetch()} />
    );
  const one = file.data;
  const counts = (['sendBack', 'postpone', 'suspend', 'redo', 'reopen'] as const)
    .filter((key) => one.counts[key] > 0)
    .map((key) => t(`dispatch.count.${key}`, { times: one.counts[key] }))
    .join(t('common.comma'));
  return (
    <div className="ow-stack">
      <Facts
        entries={[
          [t('dispatch.files.column.matter'), one.category === null ? null : say(one.category)],
          [t('dispatch.fact.level'), one.level === null ? null : say(one.level)],
          [t('dispatch.files.column.place'), `${one.place.area.name} ${one.place.text}`],
          [
            t('dispatch.fact.position'),
            one.place.position === null ? null : t('dispatch.report.position', { ...one.place.position }),
          ],
          [
            t('dispatch.files.column.stage'),
            one.end === null ? t(`dispatch.stage.${one.stage}`) : t(`dispatch.end.${one.end}`),
          ],
          [t('dispatch.files.column.unit'), one.unit?.name],
          [t('dispatch.fact.firstUnit'), one.firstUnit?.name],
          [t('dispatch.files.column.round'), String(one.round)],
          [t('dispatch.fact.counts'), counts],
          [t('dispatch.fact.closing'), one.closing === null ? null : say(one.closing)],
          [t('dispatch.fact.request'), one.request?.reason],
          [
            t('dispatch.fact.dispute'),
            one.dispute === null
              ? null
              : t('dispatch.fact.disputed', { unit: one.dispute.unit.name, reason: one.dispute.reason }),
          ],
          [t('dispatch.fact.ruling'), one.dispute?.ruling],
          [t('dispatch.fact.suspendedUntil'), one.suspendedUntil],
          [t('dispatch.duplicate.reason'), one.duplicateReason],
          [t('dispatch.fact.voidReason'), one.voidReason],
        ]}
      />
      <ol className="ow-list" aria-label={t('dispatch.fact.reports')}>
        {one.reportList.map((report) => (
          <li key={report.id}>
            <strong>{say(report.source)}</strong> {formatInstant(report.at, language)} · {report.by}
            {report.further ? ` · ${t('dispatch.fact.further')}` : ''}
            {report.reporter === null ? null : (
              <div className="ow-muted">
                {t('dispatch.fact.reporter', { name: report.reporter.name, phone: report.reporter.phone })}
              </div>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
