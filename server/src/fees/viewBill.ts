import type { AppContext } from '../app/appContext.ts';
import { mayHandleIntake } from '../cases/caseScope.ts';
import type { CaseDocument } from '../cases/model.ts';
import { departmentRef } from '../cases/viewCase.ts';
import type { Actor } from '../identity/actor.ts';
import { yuanOf } from '../payment/fen.ts';
import type { BillDocument, BillItem } from './model.ts';

/** The bills of a case, the first raised first, for whoever has the token of its progress: nobody is named. */
export async function publicBills(app: AppContext, caseId: string) {
  const bills = (await app.models.bills.find({ tenant: app.tenant, caseId }).lean()) as BillDocument[];
  return bills
    .sort((a, b) => a.raisedAt.getTime() - b.raisedAt.getTime())
    .map((bill) => ({
      id: bill._id,
      paymentNo: bill.paymentNo,
      due: bill.due,
      state: bill.state,
      department: departmentRef(app, bill.departmentId),
      items: bill.items.map(({ refundOn: _, unit, exemption, settledFen, ...item }) => ({
        ...item,
        settledFen: settledFen ?? 0,
        unit: unit ?? null,
        exemption: exemption ?? null,
      })),
      totalFen: bill.totalFen,
      addsTo: bill.addsTo ?? null,
      raisedAt: bill.raisedAt.toISOString(),
      paidAt: bill.payment?.at.toISOString() ?? null,
      method: bill.payment?.method ?? null,
      receiptNo: bill.payment?.receiptNo ?? null,
      /** Why money of it goes or went back, each reason once. */
      refundReasons: [...new Set(bill.refunds.map(({ reason }) => reason))],
      refundFen: bill.refunds.reduce((sum, { amountFen }) => sum + amountFen, 0),
      refundedAt: refundedAt(bill),
      payable: bill.state === 'due' && app.pay.connected,
    }));
}

/** When the last of what goes back was back; null while anything is on its way. */
function refundedAt({ refunds }: BillDocument): string | null {
  if (refunds.some(({ doneAt }) => doneAt === undefined)) return null;
  return refunds.at(-1)?.doneAt?.toISOString() ?? null;
}

/** The same for the office, with who took, waived or paid out. */
export async function officeBills(app: AppContext, actor: Actor, subject: CaseDocument) {
  const caseId = subject._id;
  const [shown, bills] = await Promise.all([
    publicBills(app, caseId),
    app.models.bills.find({ tenant: app.tenant, caseId }).lean() as Promise<BillDocument[]>,
  ]);
  const ofWindow = mayHandleIntake(actor, subject);
  return shown.map((view) => {
    const bill = bills.find(({ _id }) => _id === view.id);
    return {
      ...view,
      takenBy: bill?.payment?.by?.name ?? null,
      waiver:
        bill?.waiver === undefined ? null : { reason: bill.waiver.reason, by: bill.waiver.by?.name ?? null },
      paidOutHere: owesCash(bill),
      payOutFen: cashRefundOf(bill)?.amountFen ?? 0,
      actions: [
        ...(ofWindow && view.state === 'due' ? ['take' as const] : []),
        ...(mayWaive(actor, view) ? ['waive' as const] : []),
        ...(ofWindow && owesCash(bill) ? ['payOut' as const] : []),
      ],
    };
  });
}

function owesCash(bill: BillDocument | undefined): boolean {
  return cashRefundOf(bill) !== undefined;
}

/** The refund that the window pays out next. */
function cashRefundOf(bill: BillDocument | undefined) {
  return bill?.refunds.find((one) => one.channelNo === undefined && one.doneAt === undefined);
}

function mayWaive(actor: Actor, { state, department }: { state: string; department: { id: string } }) {
  return state === 'due' && actor.roles.includes('head') && actor.department.id === department.id;
}

/** What the receipt of the application says about fees; nothing where none is owed. */
export function feeWords(bill: BillDocument | undefined): string {
  if (bill === undefined) return '';
  const of = ({ name, amountFen, unit, quantity, totalFen, cite, exemption }: BillItem) =>
    exemption === undefined
      ? `${name['zh-CN']} ${yuanOf(amountFen)} 元${unit === undefined ? '' : `/${unit['zh-CN']}`} × ${quantity} = ${yuanOf(totalFen)} 元（${cite}）`
      : `${name['zh-CN']}免收（${exemption.name['zh-CN']}，${exemption.cite}）`;
  const items = bill.items.map(of).join('；');
  if (bill.state !== 'due') return `收费：${items}。`;
  return `受理前应缴 ${yuanOf(bill.totalFen)} 元，缴费码 ${bill.paymentNo}：${items}。可扫码在线缴纳，也可以在窗口缴纳。`;
}
