import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listBenefits } from '../api/payment.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { yuan } from './yuan.ts';

/** Benefits in one state, newest first. */
export function BenefitTable({ state }: { state: 'running' | 'suspended' | 'ended' }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const benefits = useInfiniteQuery({
    queryKey: ['payment', 'benefits', state],
    queryFn: ({ pageParam }) => listBenefits({ state, cursor: pageParam }),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  if (benefits.error !== null)
    return <ProblemAlert error={benefits.error} onRetry={() => void benefits.refetch()} />;
  if (benefits.data === undefined) return <LoadingState />;
  const rows = benefits.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <EmptyState text={t('payment.benefit.none')} />;
  return (
    <>
      <CardTable
        caption={t(`payment.views.${state}`)}
        columns={['caseNo', 'holder', 'item', 'amount', 'from'].map((key) => t(`payment.column.${key}`))}
        rows={rows.map((one) => ({
          key: one.id,
          cells: [
            <Link key="l" to={`/benefits/${one.id}`}>
              {one.caseNo}
            </Link>,
            one.holderName,
            say(one.itemName),
            yuan(one.amountFen),
            one.firstPeriod,
          ],
        }))}
      />
      {benefits.hasNextPage ? (
        <Button loading={benefits.isFetchingNextPage} onClick={() => void benefits.fetchNextPage()}>
          {t('payment.more')}
        </Button>
      ) : null}
    </>
  );
}
