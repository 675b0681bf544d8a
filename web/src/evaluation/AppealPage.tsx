import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import {
  decideEvaluationAppeal,
  type EvaluationAppealView,
  readEvaluationAppeal,
} from '../api/evaluation.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { Facts } from '../components/Facts.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { ActForm, type Written } from '../supervision/ActForm.tsx';
import { ActList } from '../supervision/ActList.tsx';
import { pageOfFact, periodText, standingText } from './evaluationTexts.ts';
import '../supervision/records.css';

/** One appeal: against what, why, what was decided, and the difference that it made. */
export function AppealPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const client = useQueryClient();
  const appeal = useQuery({
    queryKey: ['evaluation', 'appeal', id],
    queryFn: () => readEvaluationAppeal(id),
  });
  if (appeal.data === undefined)
    return appeal.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={appeal.error} onRetry={() => void appeal.refetch()} />
    );
  const view = appeal.data;
  const { kind, period, subject, fact } = view;
  const scorePath = `/evaluation/${kind}/${period}/${encodeURIComponent(subject.id)}`;
  const decide = async ({ text, choice }: Written, key: string) => {
    const uphold = choice !== 'refuse';
    const effect = choice === 'good' ? 'good' : 'exclude';
    const next: EvaluationAppealView = await decideEvaluationAppeal(id, { uphold, effect, text }, key);
    client.setQueryData(['evaluation', 'appeal', id], next);
    await client.invalidateQueries({ queryKey: ['evaluation'] });
  };
  return (
    <Page
      title={t('evaluation.appeals.page', { name: subject.name, no: fact.no })}
      trail={[{ label: t('evaluation.title'), to: '/evaluation?tab=appeals' }]}
      extra={<Tag>{t(`evaluation.appeals.stage.${view.stage}`)}</Tag>}
    >
      <div className="ow-stack">
        <Card title={<h2 className="ow-card-title">{t('evaluation.appeals.about')}</h2>}>
          <p className="ow-said">{view.text}</p>
          <Facts
            entries={[
              [
                t('evaluation.appeals.score'),
                <Link key="score" to={`${scorePath}?revision=${view.revision}`}>
                  {t('evaluation.subjectTitle', { name: subject.name, period: periodText(period, t) })}
                </Link>,
              ],
              [t('case.department'), subject.department.name],
              [t('evaluation.indicator'), say(view.indicator.name)],
              [
                t('evaluation.appeals.fact'),
                <Link key="fact" to={pageOfFact(fact)}>
                  {t(`evaluation.facts.kind.${fact.kind}`)} {fact.no}
                </Link>,
              ],
              [t('records.dueBy'), view.actBy === null ? null : formatInstant(view.actBy, language)],
            ]}
          />
        </Card>
        {view.correctedBy === null ? null : <Differences view={view} path={scorePath} />}
        <Card title={<h2 className="ow-card-title">{t('records.history')}</h2>}>
          <ActList recordId={view.scoreId} acts={view.acts} files={view.files} />
        </Card>
        {view.can.includes('decide') ? (
          <Card title={<h2 className="ow-card-title">{t('records.acts')}</h2>}>
            <ActForm
              id="decide"
              recordId={view.scoreId}
              title={t('records.decide.title')}
              label={t('records.decide.text')}
              send={t('records.decide.send')}
              choices={[
                ...view.effects.map((effect) => ({
                  value: effect,
                  label: t(`evaluation.appeals.uphold.${effect}`),
                })),
                { value: 'refuse', label: t('evaluation.appeals.refuse') },
              ]}
              run={decide}
            />
          </Card>
        ) : null}
      </div>
    </Page>
  );
}

function Differences({ view, path }: { view: EvaluationAppealView; path: string }) {
  const { t } = useTranslation();
  const revision = view.correctedBy;
  return (
    <Card title={<h2 className="ow-card-title">{t('evaluation.appeals.differences', { revision })}</h2>}>
      {view.differences.length === 0 ? (
        <p>{t('evaluation.appeals.noDifference')}</p>
      ) : (
        <CardTable
          caption={t('evaluation.appeals.differences', { revision })}
          columns={[
            t(`evaluation.subject.${view.kind}`),
            t('evaluation.appeals.beforeIs'),
            t('evaluation.appeals.afterIs'),
          ]}
          rows={view.differences.map(({ subjectId, name, before, after }) => ({
            key: subjectId,
            cells: [name, standingText(before, t), standingText(after, t)],
          }))}
        />
      )}
      <p>
        <Link to={`${path}?revision=${revision ?? ''}`}>{t('evaluation.appeals.openCorrected')}</Link>
      </p>
    </Card>
  );
}
