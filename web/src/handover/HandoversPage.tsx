import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listHandovers } from '../api/handovers.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { CardTable } from '../components/CardTable.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { formatInstant } from '../components/formats.ts';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { NewHandover } from './NewHandover.tsx';

/** Papers received on behalf of others: make a slip, see what is on its way, confirm what has come. */
export function HandoversPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('handover.title')} trail={[{ label: t('window.title'), to: '/window' }]}>
      <div className="ow-stack">
        <NewHandover />
        <Slips direction="in" />
        <Slips direction="out" />
      </div>
    </Page>
  );
}

function Slips({ direction }: { direction: 'in' | 'out' }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const slips = useQuery({ queryKey: ['handovers', direction], queryFn: () => listHandovers(direction) });
  const title = t(`handover.${direction}`);
  return (
    <Card title={<h2 className="ow-card-title">{title}</h2>}>
      <ProblemAlert error={slips.error} onRetry={() => void slips.refetch()} />
      {slips.isPending ? <LoadingState /> : null}
      {slips.data?.items.length === 0 ? <EmptyState text={t(`handover.${direction}None`)} /> : null}
      {slips.data === undefined || slips.data.items.length === 0 ? null : (
        <CardTable
          caption={title}
          columns={['number', 'other', 'at', 'count', 'state'].map((key) => t(`handover.column.${key}`))}
          rows={slips.data.items.map((slip) => ({
            key: slip.id,
            cells: [
              <Link key="number" to={`/window/handovers/${slip.id}`}>
                {slip.number}
              </Link>,
              direction === 'in' ? slip.from.name : slip.to.name,
              formatInstant(slip.at, language),
              slip.cases.length,
              slip.state === 'received' && slip.differences.length > 0
                ? t('handover.state.differs', { count: slip.differences.length })
                : t(`handover.state.${slip.state}`),
            ],
          }))}
        />
      )}
    </Card>
  );
}
