import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  text,
} from '../store/documentSchema.ts';

export type EventActor =
  | {
      kind: 'user';
      id: string;
      name: string;
      departmentId: string;
      from?: string;
      /** The absent colleague for whom a deputy acted. */
      for?: { id: string; name: string };
    }
  /** The holder of an account of the portal; who it is stands, sealed, in the account. */
  | { kind: 'applicant'; id: string; from?: string }
  | { kind: 'system'; name: string };

/** One step of a case's life: who, when, from where, what, why. Chained by `prevHash`; never changed. */
export interface EventDocument extends BaseDocument {
  caseId: string;
  seq: number;
  at: Date;
  type: string;
  actor: EventActor;
  /** Facts without personal data; shown to people through the event texts. */
  details: Record<string, unknown>;
  /** When the case was changed before; not part of the chain. Absent in events of earlier versions. */
  since?: Date;
  prevHash: string;
  hash: string;
}

export const eventSchema = documentSchema<EventDocument>('events', {
  caseId: text,
  seq: count,
  at: instant,
  type: text,
  actor: nested,
  details: nested,
  since: optionalInstant,
  prevHash: { type: String, default: '' },
  hash: text,
});
eventSchema.index({ tenant: 1, caseId: 1, seq: 1 }, { unique: true });
eventSchema.index({ tenant: 1, at: 1, _id: 1 });

/** What happened outside a case: refused access, sign-in, publication, unmasking. */
export interface SecurityEventDocument extends BaseDocument {
  at: Date;
  type: string;
  actor: EventActor | { kind: 'anonymous' };
  details: Record<string, unknown>;
}

export const securityEventSchema = documentSchema<SecurityEventDocument>('securityEvents', {
  at: instant,
  type: text,
  actor: nested,
  details: nested,
});
securityEventSchema.index({ tenant: 1, at: 1 });
