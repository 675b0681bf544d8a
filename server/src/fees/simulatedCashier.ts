import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../audit/eventHash.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import type { Models } from '../store/models.ts';
import { newId } from '../store/newId.ts';
import type { TimeSource } from '../time/timeSource.ts';
import type { CashierOrderDocument } from './model.ts';
import {
  type PaidReport,
  type PayNotice,
  PayNoticeRefused,
  type PayOrder,
  type PayPort,
  type RefundOrder,
} from './payPort.ts';

const noticeSchema = z.strictObject({
  paymentNo: z.string(),
  amountFen: z.int(),
  channelNo: z.string(),
  receiptNo: z.string(),
  paidAt: z.iso.datetime(),
  nonce: z.string().min(8),
  sentAt: z.iso.datetime(),
  signature: z.string(),
});

/**
 * Stands in for the cashier in development and in tests: keeps orders in the store, is paid on its own page
 * (`/dev/cashier/…`) and signs its notices with HMAC-SHA256 over their canonical JSON.
 */
export class SimulatedCashier implements PayPort {
  readonly connected = true;
  readonly #store: { tenant: string; models: Models; time: TimeSource; secret: Buffer };
  #away = false;

  constructor(store: { tenant: string; models: Models; time: TimeSource; secret: Buffer }) {
    this.#store = store;
  }

  async open(order: PayOrder): Promise<{ url: string }> {
    this.#requireThere();
    const { tenant, models } = this.#store;
    try {
      await models.cashierOrders.create({
        _id: newId(),
        schemaVersion: 1,
        tenant,
        ...order,
        state: 'unpaid',
        refunds: [],
      });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const { paymentNo, returnUrl } = order;
      await models.cashierOrders.updateOne({ tenant, paymentNo }, { $set: { returnUrl } });
    }
    return { url: `/dev/cashier/${order.paymentNo}` };
  }

  async read(paymentNo: string): Promise<PaidReport | undefined> {
    this.#requireThere();
    const order = await this.order(paymentNo);
    return order === null ? undefined : reportOf(order);
  }

  async refund({ paymentNo, amountFen, refundNo }: RefundOrder): Promise<{ doneNo: string }> {
    this.#requireThere();
    const { tenant, models, time } = this.#store;
    const order = await this.order(paymentNo);
    if (order === null) throw new Error(`the cashier has no order ${paymentNo}`);
    const known = order.refunds.find((entry) => entry.refundNo === refundNo);
    if (known !== undefined) return { doneNo: known.doneNo };
    const doneNo = `TF${digitsOf(refundNo, 16)}`;
    const refunds = [...order.refunds, { refundNo, amountFen, doneNo, at: time.now() }];
    await models.cashierOrders.updateOne({ tenant, paymentNo }, { $set: { refunds } });
    return { doneNo };
  }

  readNotice(body: Readonly<Record<string, unknown>>): PayNotice {
    const parsed = noticeSchema.safeParse(body);
    if (!parsed.success) throw new PayNoticeRefused('not a notice');
    const { signature, ...notice } = parsed.data;
    const [given, wanted] = [Buffer.from(signature), Buffer.from(this.#signatureOf(notice))];
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
      throw new PayNoticeRefused('wrong signature');
    return { ...notice, paidAt: new Date(notice.paidAt), sentAt: new Date(notice.sentAt) };
  }

  /** The order as the cashier's page shows it. */
  async order(paymentNo: string): Promise<CashierOrderDocument | null> {
    const { tenant, models } = this.#store;
    return (await models.cashierOrders.findOne({ tenant, paymentNo }).lean()) as CashierOrderDocument | null;
  }

  /** The payer pays; a second time changes nothing. Throws Error when there is no such order. */
  async pay(paymentNo: string): Promise<PaidReport> {
    const { tenant, models, time } = this.#store;
    const receiptNo = `11010125${digitsOf(`receipt ${tenant} ${paymentNo}`, 10)}`;
    const set = {
      state: 'paid' as const,
      channelNo: `ZF${digitsOf(`${tenant} ${paymentNo}`, 18)}`,
      receiptNo,
      paidAt: time.now(),
    };
    await models.cashierOrders.updateOne({ tenant, paymentNo, state: 'unpaid' }, { $set: set });
    const order = await this.order(paymentNo);
    const report = order === null ? undefined : reportOf(order);
    if (report === undefined) throw new Error(`the cashier has no order ${paymentNo}`);
    return report;
  }

  /** A notice of a payment, signed, as the body of the cashier's request. */
  sign(report: PaidReport, nonce: string = randomUUID()): Record<string, unknown> {
    const notice = {
      ...report,
      paidAt: report.paidAt.toISOString(),
      nonce,
      sentAt: this.#store.time.now().toISOString(),
    };
    return { ...notice, signature: this.#signatureOf(notice) };
  }

  /** Takes the cashier off the net, or brings it back. */
  set away(away: boolean) {
    this.#away = away;
  }

  #signatureOf(notice: object): string {
    return createHmac('sha256', this.#store.secret).update(canonicalJson(notice)).digest('base64url');
  }

  #requireThere(): void {
    if (this.#away) throw new Error('the cashier does not answer');
  }
}

function reportOf(order: CashierOrderDocument): PaidReport | undefined {
  const { state, paymentNo, amountFen, channelNo = '', receiptNo = '', paidAt } = order;
  if (state !== 'paid' || paidAt === undefined) return undefined;
  return { paymentNo, amountFen, channelNo, receiptNo, paidAt };
}

/** So many digits that always come of the same text. */
function digitsOf(seed: string, length: number): string {
  const digits = BigInt(`0x${createHash('sha256').update(seed).digest('hex')}`).toString();
  return digits.slice(0, length);
}
