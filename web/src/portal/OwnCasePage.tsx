import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useNavigate, useParams } from 'react-router';
import { rateService, readOwnCase } from '../api/portal.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatDay, formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { BillCard } from '../fees/BillCard.tsx';
import { ProgressSteps } from '../progress/ProgressSteps.tsx';
import { AskedOfMe } from './AskedOfMe.tsx';
import { OwnPapers } from './OwnPapers.tsx';
import { RatingCard } from './RatingCard.tsx';
import { SupplementList } from './SupplementList.tsx';
import { WithdrawOwn } from './WithdrawOwn.tsx';

/** One application of one's own: where it stands, what is to be done, what came of it. */
export function OwnCasePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const navigate = useNavigate();
  const sent = (useLocation().state as { sent?: boolean } | null)?.sent === true;
  const query = useQuery({
    queryKey: ['portal', 'case', id],
    queryFn: () => readOwnCase(id),
    staleTime: 0,
    refetchInterval: 60_000,
  });
  const view = query.data;
  if (view === undefined)
    return query.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={query.error} onRetry={() => void query.refetch()} />
    );
  if (view.state === 'draft') return <Navigate to={`/portal/cases/${id}/answers/1`} replace />;
  const refetch = () => query.refetch().then(() => undefined);
  const result = view.decision === null ? view.state : view.decision.kind;
  return (
    <Page title={say(view.itemName)} trail={[{ label: t('portal.nav.cases'), to: '/portal/cases' }]}>
      <div className="ow-stack">
        {sent && view.state === 'received' ? (
          <Alert
            type="success"
            showIcon
            role="status"
            title={t('portal.sent.title')}
            description={t('portal.sent.next', { caseNo: view.caseNo ?? '' })}
          />
        ) : null}
        <Card>
          <p className="ow-lead-state">{t(`portal.state.${result}`)}</p>
          <Facts
            entries={[
              [
                t('case.number'),
                <span key="n" className="ow-nums">
                  {view.caseNo}
                </span>,
              ],
              [t('case.applicant'), view.applicant?.name],
              [t('case.department'), view.department.name],
              [t('portal.receivedAt'), formatInstant(view.receivedAt, language)],
              [
                t('progress.dueDay'),
                // Before acceptance there is nothing promised but an answer.
                view.dueDay === null || view.state === 'received' ? null : formatDay(view.dueDay, language),
              ],
              [t('portal.reason'), view.decision?.kind === 'refuse' ? view.decision.reason : null],
            ]}
          />
        </Card>
        <BillCard bills={view.bills} owner={`/portal/cases/${id}`} onChanged={refetch} />
        <AskedOfMe view={view} onChanged={refetch} />
        <SupplementList view={view} />
        {view.actions.includes('edit') ? (
          <div className="ow-portal-actions">
            <Button
              size="large"
              type="primary"
              onClick={() => void navigate(`/portal/cases/${id}/answers/1`)}
            >
              {t('portal.supplement.answer')}
            </Button>
          </div>
        ) : null}
        {view.steps.length === 0 ? null : (
          <Card title={<h2 className="ow-card-title">{t('case.progress')}</h2>}>
            <ProgressSteps steps={view.steps} />
            {view.onBatchList ? (
              <Link to={`/portal/cases/${id}/batch-lists`}>{t('progress.batch.open')}</Link>
            ) : null}
          </Card>
        )}
        <OwnPapers view={view} />
        <RatingCard
          rating={view.rating}
          mayRate={view.actions.includes('rate')}
          send={(given) => rateService(view.id, given)}
          onRated={refetch}
        />
        {view.actions.includes('withdraw') ? <WithdrawOwn view={view} onDone={refetch} /> : null}
      </div>
    </Page>
  );
}
