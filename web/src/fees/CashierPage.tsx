import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { payAtCashier, readCashierOrder } from '../api/fees.ts';
import { Facts } from '../components/Facts.tsx';
import { LoadingState } from '../components/LoadingState.tsx';
import { Page } from '../components/Page.tsx';
import { ProblemState } from '../components/ProblemState.tsx';
import { useAction } from '../components/useAction.ts';
import { yuan } from '../payment/yuan.ts';
import './fees.css';

/** Development only: stands in for the cashier of the non-tax revenue system. */
export function CashierPage() {
  const { paymentNo = '' } = useParams();
  const { t } = useTranslation();
  const order = useQuery({
    queryKey: ['dev', 'cashier', paymentNo],
    queryFn: () => readCashierOrder(paymentNo),
    staleTime: 0,
  });
  const leave = (path: string) => window.location.assign(path);
  const pay = useAction({
    run: (notice: 'sent' | 'lost') => payAtCashier(paymentNo, notice),
    done: ({ returnPath }) => leave(returnPath),
  });
  if (order.data === undefined)
    return order.error === null ? (
      <LoadingState />
    ) : (
      <ProblemState error={order.error} onRetry={() => void order.refetch()} />
    );
  const { amountFen, title, state, returnPath } = order.data;
  return (
    <Page title={t('fees.cashier.title')} plain>
      <p className="ow-muted">{t('fees.cashier.text')}</p>
      <Card>
        <p className="ow-bill-total">{t('fees.yuan', { amount: yuan(amountFen) })}</p>
        <Facts
          entries={[
            [t('fees.cashier.for'), title],
            [
              t('fees.paymentNo'),
              <span key="no" className="ow-nums">
                {paymentNo}
              </span>,
            ],
            [t('fees.cashier.state'), t(`fees.cashier.${state}`)],
          ]}
        />
        <div className="ow-cashier-actions">
          {state === 'unpaid' ? (
            <>
              <Button
                type="primary"
                size="large"
                block
                loading={pay.isPending}
                onClick={() => pay.mutate('sent')}
              >
                {t('fees.cashier.pay')}
              </Button>
              <Button block size="large" disabled={pay.isPending} onClick={() => pay.mutate('lost')}>
                {t('fees.cashier.payLost')}
              </Button>
            </>
          ) : null}
          <Button block size="large" onClick={() => leave(returnPath)}>
            {t(state === 'paid' ? 'fees.cashier.back' : 'fees.cashier.giveUp')}
          </Button>
        </div>
      </Card>
    </Page>
  );
}
