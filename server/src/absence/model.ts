import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  optionalInstant,
  text,
} from '../store/documentSchema.ts';

/** Somebody is away from one day to another (Shanghai days, both counted), and who stands in. */
export interface AbsenceDocument extends BaseDocument {
  version: number;
  userId: string;
  userName: string;
  departmentId: string;
  deputyId: string;
  deputyName: string;
  fromDay: string;
  toDay: string;
  /** Who registered it: the person or the head. */
  by: { id: string; name: string; departmentId: string };
  at: Date;
  /** Came back earlier, or never went. */
  endedAt?: Date;
}

export const absenceSchema = documentSchema<AbsenceDocument>('absences', {
  version: count,
  userId: text,
  userName: text,
  departmentId: text,
  deputyId: text,
  deputyName: text,
  fromDay: text,
  toDay: text,
  by: nested,
  at: instant,
  endedAt: optionalInstant,
});
// The range field ends the index: docs/decisions/0004.
absenceSchema.index({ tenant: 1, departmentId: 1, toDay: 1 });
