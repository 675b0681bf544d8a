// The board, urges, findings and what stands still.

import type { Department, NamedRef, Text } from './types.ts';

export interface Totals {
  green: number;
  yellow: number;
  red: number;
  paused: number;
}
export const ages = [
  'lateOver30',
  'late8To30',
  'lateUpTo7',
  'dueToday',
  'dueIn1To3',
  'dueIn4To7',
  'dueLater',
] as const;
export type Age = (typeof ages)[number];
export interface Board {
  asOf: string;
  totals: Totals & { doneOnTime: number; doneLate: number };
  byDepartment: (Totals & { department: Department })[];
  byItem: (Totals & { item: { packCode: string; name: Text } })[];
  /** Running cases by how far they are behind or before their due instant. */
  ages: Record<Age, number>;
  publications: { due: number; late: number; lateAt: NamedRef[] };
  findings: { open: number };
}
export interface LightCell extends Totals {
  department: Department;
  item: { packCode: string; name: Text };
}
/** Lights by department and item; a pair in which nothing is open is not there. */
export interface Lights {
  asOf: string;
  cells: LightCell[];
}
/** Where the cases of an item wait and how long its steps take; see the route's description. */
export interface BottleneckView {
  packCode: string;
  name: Text;
  version: number;
  versions: number[];
  at: string;
  xml: string | null;
  stayLimit: number;
  enoughStays: number;
  stays: number;
  since: string | null;
  worst: { stepKey: string; because: 'p90' | 'waiting' } | null;
  steps: BottleneckStep[];
}
export interface BottleneckStep {
  id: string;
  name: Text;
  limit: string | null;
  waiting: { tasks: number; overdue: number; oldestAt: string } | null;
  times: StepFigures | null;
}
/** Times are in `unit`; `limit` is null where the step's cannot be compared with them. */
export interface StepFigures {
  unit: 'workday' | 'minute';
  limit: number | null;
  samples: number;
  late: number;
  average: number;
  p90: number;
  longest: BottleneckStay[];
}
/** A stay at a step that has ended. */
export interface BottleneckStay {
  caseId: string;
  caseNo: string;
  used: number;
  late: boolean;
  from: string;
  to: string;
}
/** Something that happened to a case. */
export interface FeedEntry {
  id: string;
  at: string;
  type: string;
  text: Text;
  caseId: string;
  caseNo: string | null;
  itemName: Text;
  department: NamedRef;
  actor: string | Text;
  /** Whole seconds since the case was changed before. */
  lasted: number | null;
}
/** What came in and was decided in some days; shares are 0–1, null where nothing was decided. */
export interface PeriodSum {
  received: number;
  accepted: number;
  onTime: number;
  late: number;
  onTimeShare: number | null;
  averageWorkdays: number | null;
}
export interface PeriodRow extends PeriodSum {
  department: Department;
  item: {
    packCode: string;
    name: Text;
    limits: { statutory: string | null; promised: string | null } | null;
  };
}
export interface PeriodDays {
  department: Department;
  days: { day: string; received: number; decided: number; late: number }[];
}
export interface Period {
  asOf: string;
  from: string;
  to: string;
  totals: PeriodSum;
  rows: PeriodRow[];
  days: PeriodDays[];
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
