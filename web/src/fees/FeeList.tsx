import { useTranslation } from 'react-i18next';
import type { OnlineOperation } from '../api/portal.ts';
import { useLanguage } from '../app/useLanguage.ts';
import { yuan } from '../payment/yuan.ts';
import './fees.css';

/** Fees as they are told before anybody applies: name, amount for one unit, basis. */
export function FeeList({ fees }: { fees: OnlineOperation['fees'] }) {
  const { t } = useTranslation();
  const { say } = useLanguage();
  const priceOf = ({ amount, amountFen, unit }: OnlineOperation['fees'][number]) => {
    if (amountFen === null) return amount;
    const price = t('fees.yuan', { amount: yuan(amountFen) });
    return unit === null ? price : `${price}/${say(unit)}`;
  };
  return (
    <ul className="ow-fee-list">
      {fees.map((fee) => (
        <li key={say(fee.name)}>
          {say(fee.name)} <strong>{priceOf(fee)}</strong>
          <div className="ow-small ow-muted">{t('fees.cite', { cite: fee.cite })}</div>
        </li>
      ))}
    </ul>
  );
}
