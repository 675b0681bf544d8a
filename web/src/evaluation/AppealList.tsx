import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type EvaluationAppeal, listEvaluationAppeals } from '../api/evaluation.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { periodText } from './evaluationTexts.ts';

/** Appeals that the person may see, open ones first. */
export function AppealList() {
  const { t } = useTranslation();
  const appeals = useQuery({ queryKey: ['evaluation', 'appeals'], queryFn: listEvaluationAppeals });
  if (appeals.data === undefined)
    return appeals.error === null ? (
      <LoadingState />
    ) : (
      <ProblemAlert error={appeals.error} onRetry={() => void appeals.refetch()} />
    );
  if (appeals.data.items.length === 0) return <EmptyState text={t('evaluation.appeals.none')} />;
  return <AppealLines appeals={appeals.data.items} />;
}

export function AppealLines({ appeals }: { appeals: readonly EvaluationAppeal[] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  return (
    <ul className="ow-list" aria-label={t('evaluation.appeals.title')}>
      {appeals.map((appeal) => (
        <li key={appeal.id}>
          <div className="ow-row">
            <Link className="ow-grow" to={`/evaluation/appeals/${appeal.id}`}>
              <strong>
                {t('evaluation.appeals.line', {
                  name: appeal.subject.name,
                  indicator: say(appeal.indicator.name),
                  no: appeal.fact.no,
                })}
              </strong>
            </Link>
            <Tag>{t(`evaluation.appeals.stage.${appeal.stage}`)}</Tag>
            {appeal.late ? <Tag color="error">{t('records.late')}</Tag> : null}
          </div>
          <div className="ow-small ow-muted">
            {appeal.subject.department.name} · {periodText(appeal.period, t)} · {appeal.by} ·{' '}
            {formatInstant(appeal.at, language)}
            {appeal.actBy === null
              ? null
              : ` · ${t('records.actBy', { at: formatInstant(appeal.actBy, language) })}`}
          </div>
        </li>
      ))}
    </ul>
  );
}
