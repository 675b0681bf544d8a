import type { SentMethod } from './model.ts';

/** What is handed to a carrier. `reference` is the same for every try of one hand-over. */
export interface Consignment {
  reference: string;
  method: SentMethod;
  caseNo: string;
  name: string;
  /** Postal address, mail address or mobile number. */
  address: string;
}

/** Where a consignment is. `at`: when it reached the receiver, or came back. */
export type CarrierReport =
  | { state: 'underway' }
  | { state: 'delivered'; at: Date }
  | { state: 'returned'; at: Date; reason: string };

/** The port to postal service and electronic delivery; chosen in `createAppContext`. */
export interface DeliveryCarriers {
  /** False: the clerk posts it and types in the tracking number and the proof. */
  readonly connected: boolean;
  /** Takes a consignment; the same reference again is answered as the first time. Returns its tracking number. */
  send(consignment: Consignment): Promise<{ trackingNo: string }>;
  /** Throws Error when the carrier does not answer. */
  read(method: SentMethod, trackingNo: string): Promise<CarrierReport>;
}

/** No connection to any carrier. */
export const noCarriers: DeliveryCarriers = {
  connected: false,
  send: () => Promise.reject(new Error('no connection to a carrier is configured')),
  read: () => Promise.resolve({ state: 'underway' }),
};
