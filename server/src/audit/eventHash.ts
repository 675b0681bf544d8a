import { createHash } from 'node:crypto';
import type { EventDocument } from './model.ts';

/** SHA-256 (hex) over the event's content and the previous event's hash: altering one breaks every later one. */
export function eventHash(event: Omit<EventDocument, '_id' | 'hash' | 'schemaVersion'>): string {
  return createHash('sha256')
    .update(
      canonicalJson({
        tenant: event.tenant,
        caseId: event.caseId,
        seq: event.seq,
        at: event.at.toISOString(),
        type: event.type,
        actor: event.actor,
        details: event.details,
        prevHash: event.prevHash,
      }),
    )
    .digest('hex');
}

/** JSON with sorted keys and no undefined values, so that the same content always has the same bytes (RFC 8785 in spirit). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner) && !(inner instanceof Date)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
