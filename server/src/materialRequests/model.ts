import type { Person } from '../desk/model.ts';
import type { Text } from '../errors/appError.ts';
import {
  type BaseDocument,
  documentSchema,
  flag,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';

/** A material of the case that is to come in, anew or for the first time. */
export interface RequestedMaterial {
  /** Key of the material in the case. */
  key: string;
  name: Text;
  /** What is wrong with it, or why it is needed; read by the applicant. */
  problem: string;
  /** Uploads that were there when it was asked for; what is not among them has come in since. */
  before: string[];
}

/** 补充材料: what a step asks of the applicant after acceptance, through the window. It stops no clock. */
export interface MaterialRequestDocument extends BaseDocument {
  caseId: string;
  caseNo: string;
  itemName: Text;
  taskId: string;
  stepKey: string;
  stepName: Text;
  /** Department that asks, and the window that took the case in. */
  departmentId: string;
  windowId: string;
  state: 'open' | 'supplied' | 'withdrawn' | 'ended';
  lines: RequestedMaterial[];
  reason: string;
  /** 退回窗口: the step is not completed before the window has answered. */
  hold: boolean;
  clockId: string;
  dueDay: string;
  askedBy: Person;
  askedAt: Date;
  answeredBy?: Person;
  answeredAt?: Date;
  /** What the window says to it. */
  note?: string;
  endedAt?: Date;
}

export const materialRequestSchema = documentSchema<MaterialRequestDocument>('materialRequests', {
  caseId: text,
  caseNo: text,
  itemName: nested,
  taskId: text,
  stepKey: text,
  stepName: nested,
  departmentId: text,
  windowId: text,
  state: text,
  lines: nested,
  reason: text,
  hold: flag,
  clockId: text,
  dueDay: text,
  askedBy: nested,
  askedAt: instant,
  answeredBy: nested,
  answeredAt: optionalInstant,
  note: optionalText,
  endedAt: optionalInstant,
});
materialRequestSchema.index({ tenant: 1, caseId: 1, state: 1 });
materialRequestSchema.index({ tenant: 1, windowId: 1, state: 1, askedAt: 1 });
