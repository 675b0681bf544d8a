import { type BaseDocument, documentSchema, instant, text } from '../store/documentSchema.ts';

/** A message in the development outbox: what would have left by text message or mail. `_id` is the message's id. */
export interface DevelopmentMessageDocument extends BaseDocument {
  kind: 'sms' | 'mail';
  /** Recipient, title and text. */
  sealedMessage: string;
  at: Date;
}

export const developmentMessageSchema = documentSchema<DevelopmentMessageDocument>('developmentMessages', {
  kind: text,
  sealedMessage: text,
  at: instant,
});
developmentMessageSchema.index({ tenant: 1, at: -1 });
