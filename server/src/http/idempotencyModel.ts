import { type BaseDocument, documentSchema, instant, nested, text } from '../store/documentSchema.ts';

/** A request that creates, by its Idempotency-Key: the answer given is given again. Kept 24 hours by the store's own clock. */
export interface IdempotencyDocument extends BaseDocument {
  userId: string;
  key: string;
  requestHash: string;
  state: 'running' | 'done';
  response?: { status: number; body: unknown };
  createdAt: Date;
  expiresAt: Date;
}

export const idempotencySchema = documentSchema<IdempotencyDocument>('idempotency', {
  userId: text,
  key: text,
  requestHash: text,
  state: text,
  response: nested,
  createdAt: instant,
  expiresAt: instant,
});
idempotencySchema.index({ tenant: 1, userId: 1, key: 1 }, { unique: true });
idempotencySchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
