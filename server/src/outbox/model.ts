import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalText,
  text,
} from '../store/documentSchema.ts';

/** Milliseconds that a delivery may take before another server copy may take it over. */
export const leaseMilliseconds = 30_000;

/**
 * Milliseconds that an entry may wait for a quiet moment before it is delivered in any case. Drawing a notice costs more
 * than accepting a case; whoever asks for the notice gets it at once (docs/decisions/0006).
 */
export const mayWait: Readonly<Record<OutboxDestination, number>> = {
  engine: 0,
  notices: 0,
  documents: 20_000,
  external: 0,
  themes: 0,
  carriers: 0,
  payments: 0,
};

export type OutboxDestination =
  | 'engine'
  | 'documents'
  | 'notices'
  | 'external'
  | 'themes'
  | 'carriers'
  | 'payments';

/**
 * An effect outside the store, committed with the change that wants it and delivered afterwards, in order per case
 * and destination (`stream`), at least once. `_id` is the commandId.
 */
export interface OutboxDocument extends BaseDocument {
  caseId: string;
  destination: OutboxDestination;
  /** `caseId:destination`: the unit of ordering. */
  stream: string;
  /** Order within the case. */
  seq: number;
  type: string;
  payload: Record<string, unknown>;
  state: 'pending' | 'done' | 'parked';
  attempts: number;
  nextAttemptAt: Date;
  /** Delivered only by the holder of an unexpired lease; `fence` rises with every lease. */
  leaseUntil: Date;
  fence: number;
  lastError?: string;
  createdAt: Date;
}

export const outboxSchema = documentSchema<OutboxDocument>('outbox', {
  caseId: text,
  destination: text,
  stream: text,
  seq: count,
  type: text,
  payload: nested,
  state: text,
  attempts: count,
  nextAttemptAt: instant,
  leaseUntil: instant,
  fence: count,
  lastError: optionalText,
  createdAt: instant,
});
// The range field ends the index: docs/decisions/0004.
outboxSchema.index({ tenant: 1, state: 1, nextAttemptAt: 1 });
outboxSchema.index({ tenant: 1, stream: 1, seq: 1 }, { unique: true });
outboxSchema.index({ tenant: 1, stream: 1, state: 1, seq: 1 });
