import { shanghaiDay } from '@onewindow/clocks';
import texts from '../../data/deliveryTexts.json' with { type: 'json' };
import { chineseTime } from '../documents/chineseTime.ts';
import type { DocumentFacts } from '../documents/oweDocument.ts';

/** The proof 送达回证 that a decision has reached its receiver: it stops the delivery clock at its own instant. */
export interface DeliveryProof {
  method: keyof typeof texts.method;
  at: Date;
  receiverName: string;
  receiverKind: 'applicant' | 'agent';
  /** Where it was handed over or sent to. */
  place: string;
  /** Who received it in the receiver's stead and on what authority; empty when the receiver did. */
  proxy: string;
  remark: string;
  trackingNo?: string;
}

/** The proof as the pack's form of delivery records it. */
export function proofAsForm(proof: DeliveryProof): Record<string, unknown> {
  return {
    method: proof.method,
    deliveredOn: shanghaiDay(proof.at),
    receiverName: proof.receiverName,
    receiverKind: proof.receiverKind,
    ...(proof.method === 'post' ? { trackingNo: proof.trackingNo ?? '' } : {}),
    ...(proof.method === 'electronic' ? { electronicConsent: true } : {}),
    ...(proof.remark === '' ? {} : { remark: proof.remark }),
  };
}

/** The proof as the 送达回执 tells it. */
export function proofAsFacts(proof: DeliveryProof): DocumentFacts {
  const at = chineseTime(proof.at);
  return {
    deliveryMethod: texts.method[proof.method],
    deliveryPlace: proof.place,
    deliveredAt: at,
    receivedBy: proof.receiverName,
    proxy: proof.proxy,
    signedAt: at,
    remark: proof.remark,
  };
}
