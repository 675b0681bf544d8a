import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { BillDocument, Refund, RefundLine, RefundReason } from './model.ts';
import { oweRefund, refundFor } from './oweRefund.ts';
import { leftOf } from './reckonAnew.ts';
import { saveBill } from './settleBill.ts';

/**
 * Owes back what was paid of the fees of a bill: to the cashier where it came from there, else at the window. The bill counts as
 * paid as long as anything of it stays. In the transaction of what brought it about. Throws AppError `versionConflict`.
 */
export async function payBack(options: {
  app: AppContext;
  change: CaseChange;
  bill: BillDocument;
  lines: readonly RefundLine[];
  reason: RefundReason;
  /** Whether the bill is over with it although something of it stays. */
  ends: boolean;
}): Promise<void> {
  const { app, change, bill, reason } = options;
  const lines = options.lines.filter(({ amountFen }) => amountFen > 0);
  if (lines.length === 0) return;
  const channelNo = bill.payment?.method === 'online' ? bill.payment.channelNo : undefined;
  const refund: Refund = {
    ...refundFor(bill, change.now),
    amountFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
    reason,
    lines,
    ...(channelNo === undefined ? {} : { channelNo }),
  };
  const refunds = [...bill.refunds, refund];
  const stays = bill.items.some(({ key }) => leftOf({ ...bill, refunds }, key) > 0);
  const over = options.ends || !stays;
  await saveBill(app, change, bill, { ...(over ? { state: 'refundDue' as const } : {}), refunds });
  oweRefund(change, bill, refund);
}
