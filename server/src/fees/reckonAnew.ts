import type { BillDocument, BillItem, RefundLine } from './model.ts';

/** What somebody has paid or was let off, and what of it goes back. */
export interface Reckoned {
  /** What is still owed: of a fee that is settled in part, the rest. */
  readonly owed: readonly BillItem[];
  /** What was paid too much, by the bill that it was paid by. */
  readonly back: readonly { readonly bill: BillDocument; readonly lines: readonly RefundLine[] }[];
}

/**
 * Sets what a case owes now against what its bills before the same act have settled, each fee by itself: a fee that rose is owed
 * for the difference 补缴, what was paid of one that fell goes back 退付, the last payment first. Nothing goes back of what was
 * waived. Pure; amounts are in fen.
 */
export function reckonAnew(bills: readonly BillDocument[], items: readonly BillItem[]): Reckoned {
  const settled = bills
    .filter(({ state }) => state !== 'due' && state !== 'cancelled')
    .sort((a, b) => b.raisedAt.getTime() - a.raisedAt.getTime());
  const sum = (key: string) => settled.reduce((total, bill) => total + leftOf(bill, key), 0);
  const owed = items.flatMap((item) => {
    const settledFen = sum(item.key);
    if (settledFen === 0) return [item];
    return item.totalFen > settledFen ? [{ ...item, totalFen: item.totalFen - settledFen, settledFen }] : [];
  });
  const keys = new Set(settled.flatMap((bill) => bill.items.map(({ key }) => key)));
  const lines = new Map<BillDocument, RefundLine[]>();
  for (const key of keys) {
    let over = sum(key) - (items.find((item) => item.key === key)?.totalFen ?? 0);
    for (const bill of settled) {
      const amountFen = bill.payment === undefined ? 0 : Math.min(over, leftOf(bill, key));
      if (amountFen <= 0) continue;
      lines.set(bill, [...(lines.get(bill) ?? []), { key, amountFen }]);
      over -= amountFen;
    }
  }
  return { owed, back: [...lines].map(([bill, of]) => ({ bill, lines: of })) };
}

/** What a settled bill still covers of a fee: its amount less what has gone or is going back of it. In fen. */
export function leftOf({ items, refunds }: Pick<BillDocument, 'items' | 'refunds'>, key: string): number {
  const whole = items.filter((item) => item.key === key).reduce((total, { totalFen }) => total + totalFen, 0);
  const back = refunds
    .flatMap(({ lines = [] }) => lines)
    .filter((line) => line.key === key)
    .reduce((total, { amountFen }) => total + amountFen, 0);
  return whole - back;
}
