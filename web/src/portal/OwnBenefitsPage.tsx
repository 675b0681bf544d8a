import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listOwnBenefits } from '../api/portal.ts';
import { EmptyState } from '../components/EmptyState.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { OwnBenefitCard } from './OwnBenefitCard.tsx';
import { useAccount } from './portalSession.ts';

/** 我的待遇: what is paid to oneself and to those one stands for, wherever it was applied for. */
export function OwnBenefitsPage() {
  const { t } = useTranslation();
  const { parties } = useAccount();
  const query = useQuery({ queryKey: ['portal', 'benefits'], queryFn: listOwnBenefits, staleTime: 0 });
  if (query.data === undefined)
    return query.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={query.error} onRetry={() => void query.refetch()} />
    );
  const { items } = query.data;
  const confirmed = parties.some(({ verified }) => verified !== null);
  return (
    <Page title={t('portal.benefits.title')} plain>
      <div className="ow-stack">
        {items.length === 0 ? (
          <Card>
            <EmptyState text={t(confirmed ? 'portal.benefits.none' : 'portal.benefits.unverified')} />
            {confirmed ? null : <Link to="/portal/account">{t('portal.nav.account')}</Link>}
          </Card>
        ) : null}
        {items.map((benefit) => (
          <OwnBenefitCard key={benefit.id} benefit={benefit} />
        ))}
      </div>
    </Page>
  );
}
