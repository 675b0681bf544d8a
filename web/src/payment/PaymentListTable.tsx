import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listPaymentLists } from '../api/payment.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { yuan } from './yuan.ts';

/** The payment lists of the department, newest first. */
export function PaymentListTable() {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  const lists = useQuery({ queryKey: ['payment', 'lists'], queryFn: listPaymentLists });
  if (lists.error !== null) return <ProblemAlert error={lists.error} onRetry={() => void lists.refetch()} />;
  if (lists.data === undefined) return <LoadingState />;
  if (lists.data.items.length === 0) return <EmptyState text={t('payment.list.none')} />;
  return (
    <CardTable
      caption={t('payment.views.lists')}
      columns={['period', 'item', 'count', 'sum', 'closed'].map((key) => t(`payment.column.${key}`))}
      rows={lists.data.items.map((list) => ({
        key: list.id,
        cells: [
          <Link key="l" to={`/payments/${list.id}`}>
            {list.period}
          </Link>,
          say(list.itemName),
          list.state === 'making' ? t('payment.list.making') : list.count,
          yuan(list.sumFen),
          formatInstant(list.madeAt ?? list.closesAt, language),
        ],
      }))}
    />
  );
}
