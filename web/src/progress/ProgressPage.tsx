import { useQuery } from '@tanstack/react-query';
import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Progress } from '../api/caseTypes.ts';
import { rateByLink } from '../api/portal.ts';
import { request } from '../api/request.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatDay } from '../components/formats.ts';
import { Light } from '../components/Light.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { BillCard } from '../fees/BillCard.tsx';
import { RatingCard } from '../portal/RatingCard.tsx';
import { ThemeTimeline } from '../themes/ThemeTimeline.tsx';
import { OverturnedCard } from './OverturnedCard.tsx';
import { ProgressSteps } from './ProgressSteps.tsx';

/** For the applicant: where the case stands, what comes next and by when. Carries no personal data. */
export function ProgressPage() {
  const { token = '' } = useParams();
  const [search] = useSearchParams();
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const progress = useQuery({
    queryKey: ['progress', token],
    queryFn: () => request<Progress>('GET', `/public/progress/${encodeURIComponent(token)}`),
    refetchInterval: 60_000,
  });
  if (progress.data === undefined) {
    return progress.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={progress.error} onRetry={() => void progress.refetch()} />
    );
  }
  const { data } = progress;
  return (
    <Page title={t('progress.title')} plain>
      <div className="ow-stack">
        {data.overturned === null ? null : <OverturnedCard overturned={data.overturned} />}
        {data.amended.map(({ at, documentNo, parts }) => (
          <Alert
            key={at}
            type="info"
            showIcon
            title={t('progress.amended', {
              day: formatDay(at, language),
              parts: parts.map(say).join(language === 'en' ? ', ' : '、'),
            })}
            description={documentNo === '' ? null : t('progress.overturned.paper', { documentNo })}
          />
        ))}
        <Card>
          <h2 className="ow-lead">{say(data.itemName)}</h2>
          <p className="ow-lead-state">{t(`progress.state.${data.state}`)}</p>
          <Facts
            entries={[
              [
                t('case.number'),
                data.caseNo === null ? null : (
                  <span key="n" className="ow-nums">
                    {data.caseNo}
                  </span>
                ),
              ],
              [t('case.department'), data.department.name],
              [t('progress.dueDay'), data.dueDay === null ? null : formatDay(data.dueDay, language)],
              [t('case.light'), data.light === null ? null : <Light key="l" light={data.light} />],
            ]}
          />
        </Card>
        <BillCard
          bills={data.bills}
          owner={`/public/progress/${encodeURIComponent(token)}`}
          onChanged={() => progress.refetch().then(() => undefined)}
        />
        {data.asked.length === 0 ? null : (
          <Card title={<h2 className="ow-card-title">{t('asked.applicant.title')}</h2>}>
            <ul>
              {data.asked.map((one) => (
                <li key={`${one.name.en} ${one.problem}`}>
                  {t('asked.applicant.line', {
                    name: say(one.name),
                    problem: one.problem,
                    day: formatDay(one.dueDay, language),
                  })}
                </li>
              ))}
            </ul>
            <p className="ow-muted">{t('asked.applicant.where')}</p>
          </Card>
        )}
        {data.theme ? (
          <Card title={<h2 className="ow-card-title">{t('theme.items')}</h2>}>
            <ThemeTimeline items={data.theme.items} />
          </Card>
        ) : null}
        {data.steps.length === 0 ? null : (
          <Card title={<h2 className="ow-card-title">{t('case.progress')}</h2>}>
            <ProgressSteps steps={data.steps} />
            {data.onBatchList ? (
              <Link to={`/progress/${token}/batch-lists`}>{t('progress.batch.open')}</Link>
            ) : null}
          </Card>
        )}
        {data.checks.length === 0 ? null : (
          <Card title={<h2 className="ow-card-title">{t('progress.checks')}</h2>}>
            <ul>
              {data.checks.map((check) => (
                <li key={`${check.name.en} ${check.dueDay}`}>
                  {t(check.state === 'missed' ? 'progress.checkMissed' : 'progress.checkDue', {
                    name: say(check.name),
                    day: formatDay(check.dueDay, language),
                  })}
                </li>
              ))}
            </ul>
          </Card>
        )}
        <RatingCard
          rating={data.rating}
          mayRate={data.mayRate}
          send={(given) =>
            rateByLink(token, { ...given, door: search.get('door') === 'window' ? 'window' : 'link' })
          }
          onRated={() => progress.refetch().then(() => undefined)}
        />
        {data.documents.length === 0 ? null : (
          <Card title={<h2 className="ow-card-title">{t('progress.documents')}</h2>}>
            <ul>
              {data.documents.map((document) => (
                <li key={`${document.kind} ${say(document.title)}`}>{say(document.title)}</li>
              ))}
            </ul>
            {data.overturned === null ? <p className="ow-muted">{t('progress.documentsWhere')}</p> : null}
          </Card>
        )}
        <p className="ow-muted ow-small">{t('progress.privacy')}</p>
      </div>
    </Page>
  );
}
