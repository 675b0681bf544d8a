import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listFindings } from '../api/supervision.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';

/** Irregularities found by rule. */
export function FindingList() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const findings = useQuery({ queryKey: ['supervision', 'findings'], queryFn: listFindings });
  if (findings.isPending) return <LoadingState />;
  if (findings.error !== null)
    return <ProblemAlert error={findings.error} onRetry={() => void findings.refetch()} />;
  if (findings.data.items.length === 0) return <EmptyState text={t('supervision.noFindings')} />;
  return (
    <ul className="ow-list">
      {findings.data.items.map((finding) => (
        <li key={finding.id}>
          <div className="ow-row">
            <strong className="ow-grow">
              {finding.text === undefined
                ? t(`supervision.findingKind.${finding.kind}`, { defaultValue: finding.kind })
                : say(finding.text)}
            </strong>
            <Tag>{t(`supervision.findingState.${finding.state}`, { defaultValue: finding.state })}</Tag>
          </div>
          <div className="ow-small ow-muted">
            {finding.caseId === undefined || finding.caseNo === null ? (
              finding.caseNo
            ) : (
              <Link to={`/cases/${finding.caseId}`}>{t('case.numberIs', { caseNo: finding.caseNo })}</Link>
            )}{' '}
            · {formatInstant(finding.at, language)}
          </div>
        </li>
      ))}
    </ul>
  );
}
