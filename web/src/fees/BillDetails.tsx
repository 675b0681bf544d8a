import { useTranslation } from 'react-i18next';
import type { Bill } from '../api/fees.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { Facts } from '../components/Facts.tsx';
import { formatInstant } from '../components/formats.ts';
import { yuan } from '../payment/yuan.ts';

/** What a bill is made of and on what basis, and what became of it. */
export function BillDetails({ bill, more = [] }: { bill: Bill; more?: [string, string | null][] }) {
  const { t } = useTranslation();
  const { language, say } = useLanguage();
  return (
    <>
      <div className="ow-row">
        <strong className="ow-grow ow-bill-total">
          {t(bill.addsTo === null ? 'fees.yuan' : 'fees.more', { amount: yuan(bill.totalFen) })}
        </strong>
        <span className={`ow-bill-state ow-bill-${bill.state}`}>{t(`fees.state.${bill.state}`)}</span>
      </div>
      <ul className="ow-bill-items">
        {bill.items.map((item) => (
          <li key={item.key}>
            <div className="ow-row">
              <span className="ow-grow">{say(item.name)}</span>
              <span className="ow-nums">{t('fees.yuan', { amount: yuan(item.totalFen) })}</span>
            </div>
            <div className="ow-small ow-muted">
              {item.exemption === null
                ? t(item.unit === null ? 'fees.once' : 'fees.reckoned', {
                    amount: yuan(item.amountFen),
                    unit: item.unit === null ? '' : say(item.unit),
                    quantity: item.quantity,
                  })
                : t('fees.exempt', { name: say(item.exemption.name), cite: item.exemption.cite })}
            </div>
            {item.settledFen > 0 ? (
              <div className="ow-small">
                {t('fees.settledBefore', {
                  whole: yuan(item.totalFen + item.settledFen),
                  settled: yuan(item.settledFen),
                  rest: yuan(item.totalFen),
                })}
              </div>
            ) : null}
            <div className="ow-small ow-muted">{t('fees.cite', { cite: item.cite })}</div>
          </li>
        ))}
      </ul>
      <Facts
        entries={[
          [
            t('fees.paymentNo'),
            <span key="no" className="ow-nums">
              {bill.paymentNo}
            </span>,
          ],
          [t('fees.addsTo'), bill.addsTo],
          [t('fees.payee'), bill.department.name],
          [t('fees.before'), bill.state === 'due' ? t(`fees.due.${bill.due}`) : null],
          [
            t('fees.paid'),
            bill.paidAt === null || bill.method === null
              ? null
              : `${formatInstant(bill.paidAt, language)} · ${t(`fees.method.${bill.method}`)}`,
          ],
          [
            t('fees.receiptNo'),
            bill.receiptNo === null ? null : (
              <span key="receipt" className="ow-nums">
                {`${bill.receiptNo.slice(0, 8)}-${bill.receiptNo.slice(8)}`}
              </span>
            ),
          ],
          [
            t('fees.refund'),
            bill.refundFen === 0
              ? null
              : t(bill.refundedAt === null ? 'fees.refundOwed' : 'fees.refundDone', {
                  amount: yuan(bill.refundFen),
                }),
          ],
          [
            t('fees.refundWhy'),
            bill.refundReasons.map((reason) => t(`fees.refundReason.${reason}`)).join(' · ') || null,
          ],
          ...more,
        ]}
      />
    </>
  );
}
