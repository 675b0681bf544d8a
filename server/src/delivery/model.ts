import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';

/** How documents reach the applicant without their coming to the window. */
export const sentMethods = ['post', 'electronic'] as const;
export type SentMethod = (typeof sentMethods)[number];

/** What the applicant wished at intake; personal, sealed with the persons of the case. */
export interface DeliveryWish {
  method: 'window' | SentMethod;
  /** Postal address of `post`. */
  address?: string | undefined;
  /** Mail address or mobile number of `electronic`. */
  electronicAddress?: string | undefined;
  /** When and before whom the applicant agreed to electronic delivery in writing. */
  consent?: { at: string; clerk: string } | undefined;
}

/** One try to deliver by post or electronically; the carrier's proof 送达 stops the delivery clock. */
export interface DeliveryDocument extends BaseDocument {
  caseId: string;
  caseNo: string;
  taskId: string;
  /** Which try of this task, from 1. */
  number: number;
  method: SentMethod;
  /** `pending` until the carrier has it; `recalled` when the decision lost its effect meanwhile. */
  state: 'pending' | 'underway' | 'delivered' | 'returned' | 'recalled';
  /** Receiver's name and address, sealed under this document's id. */
  sealedReceiver: string;
  trackingNo?: string;
  sentBy: { id: string; name: string; departmentId: string };
  sentAt: Date;
  /** When it reached the receiver, as the carrier proves. */
  deliveredAt?: Date;
  /** Why it came back. */
  returnReason?: string;
  endedAt?: Date;
  /** When the carrier is asked next; absent when nothing more is to be learnt. */
  nextReadingAt?: Date;
}

export const deliverySchema = documentSchema<DeliveryDocument>('deliveries', {
  caseId: text,
  caseNo: text,
  taskId: text,
  number: count,
  method: text,
  state: text,
  sealedReceiver: text,
  trackingNo: optionalText,
  sentBy: nested,
  sentAt: instant,
  deliveredAt: optionalInstant,
  returnReason: optionalText,
  endedAt: optionalInstant,
  nextReadingAt: optionalInstant,
});
deliverySchema.index({ tenant: 1, taskId: 1, number: 1 }, { unique: true });
deliverySchema.index({ tenant: 1, caseId: 1 });
// The range field ends the index: docs/decisions/0004.
deliverySchema.index({ tenant: 1, nextReadingAt: 1 });
