import {
  type BaseDocument,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';

/** 催办 (reminder) or 督办 (order): asked by a supervisor, answered by the department. */
export interface UrgeDocument extends BaseDocument {
  kind: 'reminder' | 'order';
  caseId: string;
  caseNo: string;
  departmentId: string;
  message: string;
  by: { id: string; name: string; departmentId: string };
  at: Date;
  replyDueDay?: string;
  state: 'open' | 'answered';
  reply?: { text: string; by: { id: string; name: string }; at: Date };
}

export const urgeSchema = documentSchema<UrgeDocument>('urges', {
  kind: text,
  caseId: text,
  caseNo: text,
  departmentId: text,
  message: text,
  by: nested,
  at: instant,
  replyDueDay: optionalText,
  state: text,
  reply: nested,
});
urgeSchema.index({ tenant: 1, state: 1, at: -1 });
urgeSchema.index({ tenant: 1, departmentId: 1, state: 1, at: -1 });
urgeSchema.index({ tenant: 1, caseId: 1 });

/** 监察发现: an irregularity found by rule, once per `effectKey`, handled to its end. */
export interface FindingDocument extends BaseDocument {
  effectKey: string;
  kind: string;
  caseId: string;
  caseNo: string;
  departmentId: string;
  /** When it fell due, and when it was really found. */
  dueAt: Date;
  foundAt: Date;
  details: Record<string, unknown>;
  state: 'open' | 'closed';
  closedAt?: Date;
}

export const findingSchema = documentSchema<FindingDocument>('findings', {
  effectKey: text,
  kind: text,
  caseId: text,
  caseNo: text,
  departmentId: text,
  dueAt: instant,
  foundAt: instant,
  details: nested,
  state: text,
  closedAt: optionalInstant,
});
findingSchema.index({ tenant: 1, effectKey: 1 }, { unique: true });
findingSchema.index({ tenant: 1, state: 1, foundAt: -1 });
findingSchema.index({ tenant: 1, state: 1, departmentId: 1 });
findingSchema.index({ tenant: 1, departmentId: 1, foundAt: -1 });
findingSchema.index({ tenant: 1, caseId: 1 });

/** A message to people of a department caused by an escalation; shown in their console, once per `effectKey`. */
export interface AlertDocument extends BaseDocument {
  effectKey: string;
  caseId: string;
  caseNo: string;
  departmentId: string;
  audience: string[];
  stepKey: string;
  dueAt: Date;
  firedAt: Date;
}

export const alertSchema = documentSchema<AlertDocument>('alerts', {
  effectKey: text,
  caseId: text,
  caseNo: text,
  departmentId: text,
  audience: { type: [String], required: true },
  stepKey: text,
  dueAt: instant,
  firedAt: instant,
});
alertSchema.index({ tenant: 1, effectKey: 1 }, { unique: true });
alertSchema.index({ tenant: 1, departmentId: 1, firedAt: -1 });
alertSchema.index({ tenant: 1, caseId: 1 });
