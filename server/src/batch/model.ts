import type { Text } from '../errors/appError.ts';
import {
  type BaseDocument,
  documentSchema,
  instant,
  nested,
  optionalText,
  text,
} from '../store/documentSchema.ts';

/** A case as the list of a batch shows it, columns covered as the pack says. */
export interface BatchRow {
  taskId: string;
  caseId: string;
  caseNo: string;
  values: string[];
}

export interface BatchResult {
  taskId: string;
  ok: boolean;
  problem?: { code: string; detail: string };
}

/** 成批办理清单: what was put before the officer, what was decided with it, and what came of each case. */
export interface BatchListDocument extends BaseDocument {
  /** 清单编号. */
  number: string;
  packCode: string;
  itemName: Text;
  stepKey: string;
  stepName: Text;
  departmentId: string;
  by: { id: string; name: string; departmentId: string };
  at: Date;
  outcome: string;
  outcomeName: Text;
  columns: { key: string; title: Text }[];
  sealedRows: string;
  /** Sealed: what the one form says. */
  sealedForm: string;
  results: BatchResult[];
  state: 'running' | 'closed';
  /** SHA-256 of rows, outcome and results, set when it is closed. */
  hash?: string;
  /** The sealed PDF, drawn when it is first asked for. */
  fileId?: string;
}

export const batchListSchema = documentSchema<BatchListDocument>('batchLists', {
  number: text,
  packCode: text,
  itemName: nested,
  stepKey: text,
  stepName: nested,
  departmentId: text,
  by: nested,
  at: instant,
  outcome: text,
  outcomeName: nested,
  columns: nested,
  sealedRows: text,
  sealedForm: text,
  results: nested,
  state: text,
  hash: optionalText,
  fileId: optionalText,
});
batchListSchema.index({ tenant: 1, departmentId: 1, at: -1 });
batchListSchema.index({ tenant: 1, number: 1 }, { unique: true });
batchListSchema.index({ tenant: 1, fileId: 1 });

/** That a case is on a list: what the lists of a case are found by. */
export interface BatchEntryDocument extends BaseDocument {
  caseId: string;
  listId: string;
  taskId: string;
}

export const batchEntrySchema = documentSchema<BatchEntryDocument>('batchEntries', {
  caseId: text,
  listId: text,
  taskId: text,
});
batchEntrySchema.index({ tenant: 1, caseId: 1 });
