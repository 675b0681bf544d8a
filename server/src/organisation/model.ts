import {
  type BaseDocument,
  documentSchema,
  flag,
  nested,
  optionalText,
  text,
  texts,
} from '../store/documentSchema.ts';

export const levels = ['district', 'town', 'village'] as const;
export type Level = (typeof levels)[number];

export interface DepartmentDocument extends BaseDocument {
  /** Short id used in packs and candidate groups, e.g. `scjg`, `t005`. */
  departmentId: string;
  name: string;
  /** 简称 in document numbers, e.g. `市监`; data of before it existed has none. */
  shortName?: string;
  /** Unified social credit code, 18 characters (GB 32100). */
  uscc: string;
  /** 12-digit division. */
  division: string;
  level: Level;
  duties: string[];
  /** 办公时间 of its own, Shanghai wall clock, in order; without: that of the calendar. */
  businessHours?: { from: string; to: string }[];
}

export const departmentSchema = documentSchema<DepartmentDocument>('departments', {
  departmentId: text,
  name: text,
  shortName: optionalText,
  uscc: text,
  division: text,
  level: text,
  duties: texts,
  businessHours: nested,
});
departmentSchema.index({ tenant: 1, departmentId: 1 }, { unique: true });

export interface DivisionDocument extends BaseDocument {
  /** 12-digit code of the common statistical tables. */
  code: string;
  name: string;
  level: Level;
  parent?: string;
  synthetic: boolean;
}

export const divisionSchema = documentSchema<DivisionDocument>('divisions', {
  code: text,
  name: text,
  level: text,
  parent: optionalText,
  synthetic: flag,
});
divisionSchema.index({ tenant: 1, code: 1 }, { unique: true });
