import { Alert, Button, Card } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type Bill, checkPayment, goToCashier } from '../api/fees.ts';
import { useAction } from '../components/useAction.ts';
import { yuan } from '../payment/yuan.ts';
import { BillDetails } from './BillDetails.tsx';
import { openFirst } from './openFirst.ts';
import './fees.css';

export interface BillCardProps {
  bills: readonly Bill[];
  /** API path of the case: `/portal/cases/{id}` or `/public/progress/{token}`. */
  owner: string;
  onChanged: () => Promise<void>;
}

/** What the applicant has to pay and has paid: to the cashier and back, what came of it told at once. */
export function BillCard({ bills, owner, onChanged }: BillCardProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [result, setResult] = useState<'paid' | 'notYet' | null>(null);
  const looked = useRef(false);
  const pay = useAction({
    run: (bill: Bill) => goToCashier(owner, bill.id),
    done: ({ url }) => window.location.assign(url),
  });
  const check = useAction({
    run: (billId: string) => checkPayment(owner, billId),
    done: async ({ items }, billId) => {
      setResult(items.find(({ id }) => id === billId)?.state === 'due' ? 'notYet' : 'paid');
      setSearch({}, { replace: true });
      await onChanged();
    },
  });
  const back = search.get('paid');
  useEffect(() => {
    if (back === null || looked.current) return;
    looked.current = true;
    check.mutate(back);
  }, [back, check.mutate]);
  const shown = openFirst(bills.filter(({ state }) => state !== 'cancelled'));
  if (shown.length === 0) return null;
  return (
    <Card title={<h2 className="ow-card-title">{t('fees.title')}</h2>}>
      <div role="status">
        {check.isPending ? <p>{t('fees.checking')}</p> : null}
        {result === 'paid' ? <Alert type="success" showIcon title={t('fees.paidNow')} /> : null}
        {result === 'notYet' ? (
          <Alert type="warning" showIcon title={t('fees.notYet')} description={t('fees.notYetWhat')} />
        ) : null}
      </div>
      <ul className="ow-list">
        {shown.map((bill) => (
          <li key={bill.id}>
            <BillDetails bill={bill} />
            {bill.state !== 'due' ? null : bill.payable ? (
              <div className="ow-portal-actions">
                <Button type="primary" size="large" loading={pay.isPending} onClick={() => pay.mutate(bill)}>
                  {t('fees.pay', { amount: yuan(bill.totalFen) })}
                </Button>
              </div>
            ) : (
              <p>{t('fees.atWindow')}</p>
            )}
            {bill.state === 'due' ? <p className="ow-small ow-muted">{t('fees.clocksRun')}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
