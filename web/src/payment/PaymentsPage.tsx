import { Card, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '../components/Page.tsx';
import { BenefitTable } from './BenefitTable.tsx';
import { PaymentListTable } from './PaymentListTable.tsx';
import { ReclaimTable } from './ReclaimTable.tsx';

const views = ['lists', 'running', 'suspended', 'ended', 'reclaims'] as const;

/** What a department pays: the lists of the periods, and the benefits by state. The chosen view stays in the address. */
export function PaymentsPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const view = views.find((one) => one === search.get('view')) ?? 'lists';
  return (
    <Page title={t('payment.title')}>
      <Card>
        <Segmented
          aria-label={t('payment.view')}
          value={view}
          options={views.map((one) => ({ value: one, label: t(`payment.views.${one}`) }))}
          onChange={(one) => setSearch({ view: one }, { replace: true })}
          style={{ marginBottom: 12 }}
        />
        {view === 'lists' ? (
          <PaymentListTable />
        ) : view === 'reclaims' ? (
          <ReclaimTable />
        ) : (
          <BenefitTable state={view} />
        )}
      </Card>
    </Page>
  );
}
