import type { TFunction } from 'i18next';
import type { OnlineOperation } from '../api/portal.ts';
import type { Text } from '../api/types.ts';
import { yuan } from '../payment/yuan.ts';

/** A fee as it is told before anybody applies: name, amount for one unit, basis. */
export function feeWords(
  { name, amount, amountFen, unit, cite }: OnlineOperation['fees'][number],
  t: TFunction,
  say: (text: Text) => string,
): string {
  const price = amountFen === null ? (amount ?? '') : t('fees.yuan', { amount: yuan(amountFen) });
  const each = amountFen === null || unit === null ? price : `${price}/${say(unit)}`;
  return t('fees.told', { name: say(name), price: each, cite });
}
