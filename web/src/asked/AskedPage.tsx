import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { consultationsForMe, cosignsForMe } from '../api/asked.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { useLiveUpdates } from '../app/useLiveUpdates.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import { ConsultationText } from './ConsultationText.tsx';
import { CosignRound } from './CosignRound.tsx';

/** What others ask of me: signatures beside theirs, and opinions. */
export function AskedPage() {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const cosigns = useQuery({ queryKey: ['askedOfMe', 'cosigns'], queryFn: cosignsForMe });
  const opinions = useQuery({ queryKey: ['askedOfMe', 'opinions'], queryFn: consultationsForMe });
  useLiveUpdates(['case'], [['askedOfMe']]);
  const heading = (text: string, count: number) => (
    <h2 className="ow-card-title">{t('asked.heading', { text, count })}</h2>
  );
  return (
    <Page title={t('app.nav.asked')}>
      <div className="ow-stack">
        <Card title={heading(t('desk.cosign.title'), cosigns.data?.items.length ?? 0)}>
          <ProblemAlert error={cosigns.error} onRetry={() => void cosigns.refetch()} />
          {cosigns.isPending ? <LoadingState /> : null}
          {cosigns.data?.items.length === 0 ? <EmptyState text={t('asked.cosign.none')} /> : null}
          <ul className="ow-list">
            {cosigns.data?.items.map((cosign) => (
              <li key={cosign.id}>
                <Link to={`/asked/cosigns/${cosign.id}`}>
                  {say(cosign.itemName)} · {say(cosign.stepName)}{' '}
                  <span className="ow-nums">{cosign.caseNo}</span>
                </Link>
                <CosignRound cosign={cosign} />
              </li>
            ))}
          </ul>
        </Card>
        <Card title={heading(t('desk.consult.title'), opinions.data?.items.length ?? 0)}>
          <ProblemAlert error={opinions.error} onRetry={() => void opinions.refetch()} />
          {opinions.isPending ? <LoadingState /> : null}
          {opinions.data?.items.length === 0 ? <EmptyState text={t('asked.consult.none')} /> : null}
          <ul className="ow-list">
            {opinions.data?.items.map((asked) => (
              <li key={asked.id}>
                <Link to={`/cases/${asked.caseId}`}>
                  {say(asked.itemName)} · {say(asked.stepName)}{' '}
                  <span className="ow-nums">{asked.caseNo}</span>
                </Link>
                <ConsultationText asked={asked} />
                <AnswerForm asked={asked} />
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </Page>
  );
}
