/** What the cashier is asked to collect. Amounts are in fen, whole numbers. */
export interface PayOrder {
  paymentNo: string;
  amountFen: number;
  /** Shown to the payer: name of the item, nothing about the person. */
  title: string;
  /** Address to which the payer comes back. */
  returnUrl: string;
}

export interface PaidReport {
  paymentNo: string;
  amountFen: number;
  /** Number of the transaction at the cashier. */
  channelNo: string;
  /** 非税收入票据, issued by the finance department's system. */
  receiptNo: string;
  paidAt: Date;
}

/** A notice of the cashier that a payment came in, as it proved to be the cashier's. */
export interface PayNotice extends PaidReport {
  /** Of this notice alone; a second one with it is a replay. */
  nonce: string;
  sentAt: Date;
}

export interface RefundOrder {
  paymentNo: string;
  channelNo: string;
  amountFen: number;
  refundNo: string;
}

/** The port to the cashier of the non-tax revenue system 非税收入收缴; chosen in `choosePayPort`. */
export interface PayPort {
  /** False: fees are paid at the window only. */
  readonly connected: boolean;
  /** Opens an order; the same number again is the same order. Returns the address to which the payer goes. */
  open(order: PayOrder): Promise<{ url: string }>;
  /** Throws Error when the cashier does not answer. */
  read(paymentNo: string): Promise<PaidReport | undefined>;
  /** Pays back; the same refund number again is answered as the first time. */
  refund(order: RefundOrder): Promise<{ doneNo: string }>;
  /** Reads a notice as it came in. Throws PayNoticeRefused when it is not the cashier's. */
  readNotice(body: Readonly<Record<string, unknown>>): PayNotice;
}

/** The notice is not signed by the cashier. */
export class PayNoticeRefused extends Error {}

const notConnected = () => Promise.reject(new Error('no cashier is configured'));

/** No cashier: what is due is paid at the window. */
export const noCashier: PayPort = {
  connected: false,
  open: notConnected,
  read: () => Promise.resolve(undefined),
  refund: notConnected,
  readNotice: () => {
    throw new PayNoticeRefused('no cashier is configured');
  },
};
