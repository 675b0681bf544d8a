import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { readSubject, type SubjectScore } from '../api/evaluation.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatDay, formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { AppealLines } from './AppealList.tsx';
import { periodText, standingText } from './evaluationTexts.ts';
import { FigureCard } from './FigureCard.tsx';
import './evaluation.css';

/** One score explained: the total, each figure with its arithmetic and its cases, the appeals against it. */
export function SubjectPage() {
  const { kind = '', period = '', subject = '' } = useParams();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  const client = useQueryClient();
  const revision = search.get('revision') ?? undefined;
  const score = useQuery({
    queryKey: ['evaluation', kind, period, subject, revision],
    queryFn: () => readSubject(kind, period, subject, { revision }),
  });
  if (score.data === undefined)
    return score.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={score.error} onRetry={() => void score.refetch()} />
    );
  const view = score.data;
  return (
    <Page
      title={t('evaluation.subjectTitle', { name: view.subject.name, period: periodText(period, t) })}
      trail={[{ label: t('evaluation.title'), to: `/evaluation?tab=${kind}&period=${period}` }]}
      extra={
        <Tag>
          {view.revision === null
            ? t('evaluation.notPublished')
            : t('evaluation.revisionIs', { revision: view.revision })}
        </Tag>
      }
    >
      <div className="ow-stack">
        <Total view={view} />
        {view.figures.map((figure) => (
          <FigureCard
            key={figure.indicator}
            figure={figure}
            view={view}
            onAppealed={() => client.invalidateQueries({ queryKey: ['evaluation'] })}
          />
        ))}
        {view.appeals.length === 0 ? null : (
          <Card title={<h2 className="ow-card-title">{t('evaluation.appeals.title')}</h2>}>
            <AppealLines appeals={view.appeals} />
          </Card>
        )}
      </div>
    </Page>
  );
}

function Total({ view }: { view: SubjectScore }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const { kind, period, subject } = view;
  const earlier = view.revision === null ? 0 : view.revision - 1;
  const before = `/evaluation/${kind}/${period}/${encodeURIComponent(subject.id)}?revision=${earlier}`;
  return (
    <Card title={<h2 className="ow-card-title">{t('evaluation.total')}</h2>}>
      <p className="ow-lead-state">{standingText(view, t)}</p>
      {view.before === null ? null : (
        <p>
          {t('evaluation.before', { standing: standingText(view.before, t) })}{' '}
          <Link to={before}>{t('evaluation.openBefore')}</Link>
        </p>
      )}
      <ol className="ow-evaluation-lines">
        {view.total.map((line) => (
          <li key={line.en}>{say(line)}</li>
        ))}
      </ol>
      <Facts
        entries={[
          [t('case.department'), subject.department.name],
          [t('evaluation.span'), `${formatDay(view.from, language)} – ${formatDay(view.to, language)}`],
          [t('evaluation.frozenAt'), formatInstant(view.asOf, language)],
          [t('evaluation.schemes.version'), view.schemeVersion],
          [
            t('evaluation.appeals.until'),
            view.appealUntil === null ? null : formatDay(view.appealUntil, language),
          ],
        ]}
      />
    </Card>
  );
}
