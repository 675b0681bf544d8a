/** Kinds of fields that a table can ask for. */
export const fieldTypes = [
  'text',
  'longText',
  'number',
  'date',
  'yesNo',
  'choice',
  'choices',
  'phone',
  'residentId',
  'uscc',
  'file',
] as const;
export type FieldType = (typeof fieldTypes)[number];

export interface FieldRow {
  readonly name: string;
  readonly type: FieldType;
  /** Of `choice` and `choices`. */
  readonly options: readonly string[];
}

/** One line of the table: a step of the process, or what the applicant fills in. */
export interface StepRow {
  /** Line of the text, from 1. */
  readonly line: number;
  readonly name: string;
  readonly nameEn?: string;
  readonly role: 'applicant' | 'approver' | 'head' | 'clerk';
  /** Short form of a limit, `5 workday`; of the applicant's line, none. */
  readonly limit?: string;
  readonly fields: readonly FieldRow[];
}

/** What stands against making a process of the table: rule and line, in both languages. */
export interface TableProblem {
  readonly rule: string;
  /** Undefined for what concerns the whole table. */
  readonly line?: number;
  readonly zh: string;
  readonly en: string;
}

export interface ReadTable {
  readonly rows: readonly StepRow[];
  readonly problems: readonly TableProblem[];
}
