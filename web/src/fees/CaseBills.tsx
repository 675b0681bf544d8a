import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, QRCode } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listBills, type OfficeBill } from '../api/fees.ts';
import { ProblemAlert } from '../components/ProblemAlert.tsx';
import { BillDetails } from './BillDetails.tsx';
import { openFirst } from './openFirst.ts';
import { PayOutDialog } from './PayOutDialog.tsx';
import { TakePaymentDialog } from './TakePaymentDialog.tsx';
import { WaiveDialog } from './WaiveDialog.tsx';
import './fees.css';

type Act = OfficeBill['actions'][number];

/** What a case owes, for the office: taken at the window, paid by the code, waived, paid out. Nothing where nothing is charged. */
export function CaseBills({ caseId, onChanged }: { caseId: string; onChanged?: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const bills = useQuery({ queryKey: ['case', caseId, 'bills'], queryFn: () => listBills(caseId) });
  const [chosen, setChosen] = useState<{ act: Act; bill: OfficeBill } | null>(null);
  if (bills.data === undefined) return <ProblemAlert error={bills.error} />;
  const { items, payPath } = bills.data;
  if (items.length === 0) return null;
  const close = async (done: boolean) => {
    setChosen(null);
    if (!done) return;
    await client.invalidateQueries({ queryKey: ['case', caseId] });
    onChanged?.();
  };
  const facts = (bill: OfficeBill): [string, string | null][] => [
    [t('fees.takenBy'), bill.takenBy],
    [
      t('fees.waived'),
      bill.waiver === null ? null : [bill.waiver.reason, bill.waiver.by].filter(Boolean).join(' · '),
    ],
  ];
  return (
    <Card title={<h2 className="ow-card-title">{t('fees.title')}</h2>}>
      <ul className="ow-list">
        {openFirst(items).map((bill) => (
          <li key={bill.id}>
            <BillDetails bill={bill} more={facts(bill)} />
            <div className="ow-row ow-bill-actions">
              {bill.actions.map((act) => (
                <Button
                  key={act}
                  type={act === 'take' ? 'primary' : 'default'}
                  onClick={() => setChosen({ act, bill })}
                >
                  {t(`fees.action.${act}`)}
                </Button>
              ))}
            </div>
            {bill.payable && bill.actions.includes('take') ? (
              <div className="ow-row ow-bill-code">
                <span aria-hidden>
                  <QRCode
                    value={`${window.location.origin}${payPath}`}
                    type="svg"
                    size={108}
                    bordered={false}
                  />
                </span>
                <a className="ow-grow" href={payPath} target="_blank" rel="noreferrer">
                  {t('fees.payByCode')}
                </a>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {chosen?.act === 'take' ? <TakePaymentDialog bill={chosen.bill} onClose={close} /> : null}
      {chosen?.act === 'waive' ? <WaiveDialog bill={chosen.bill} onClose={close} /> : null}
      {chosen?.act === 'payOut' ? <PayOutDialog bill={chosen.bill} onClose={close} /> : null}
    </Card>
  );
}
