// The board, urges, findings and what stands still.

import type { Department, NamedRef, Text } from './types.ts';

export interface Totals {
  green: number;
  yellow: number;
  red: number;
  paused: number;
}
export interface Board {
  asOf: string;
  totals: Totals & { doneOnTime: number; doneLate: number };
  byDepartment: (Totals & { department: Department })[];
  publications: { due: number; late: number; lateAt: NamedRef[] };
  findings: { open: number };
}
/** An automatic step whose attempts are used up. */
export interface Incident {
  id: string;
  kind: 'work' | 'job';
  caseId: string | null;
  caseNo: string | null;
  itemName: Text | null;
  activity: string;
  message: string | null;
  at: string;
}
/** A delivery that stands still. */
export interface ParkedStream {
  id: string;
  caseId: string;
  caseNo: string | null;
  destination: 'engine' | 'documents' | 'notices';
  type: string;
  attempts: number;
  lastError: string | null;
  createdAt: string;
  waiting: number;
}
