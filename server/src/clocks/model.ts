import {
  type BaseDocument,
  count,
  documentSchema,
  flag,
  instant,
  nested,
  optionalInstant,
  optionalText,
  text,
} from '../store/documentSchema.ts';
import type { ClockGroup } from '../supervision/counters/model.ts';

export const clockKinds = [
  'acceptance',
  'statutory',
  'promised',
  'step',
  'delivery',
  'publication',
  'publicNotice',
  'specialProcedure',
  'response',
  'disposal',
  'callBack',
  'verification',
  'correction',
  'jointVisit',
  'hearingRequest',
  'hearingNotice',
  'hearingHold',
  'appeal',
  'waivedMaterial',
  'consultation',
  'materialSupply',
  'publicationObjection',
  // How long a special procedure has paused the case, for supervision.
  'pauseLength',
  // Of a record of supervision; `caseId` is the record's id.
  'supervision',
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** The applicant withdrew, acceptance was refused, a case file is void, the decision was taken away on appeal. */
export const clockEnds = ['withdrawn', 'notAccepted', 'voided', 'overturned'] as const;
export type ClockEnd = (typeof clockEnds)[number];

export interface ClockPause {
  from: Date;
  to?: Date;
  reason: string;
  documentNo: string;
  /** Special procedure that caused it: closes the right pause. */
  procedure?: string;
}

export interface ClockExtension {
  /** In the clock's own unit. */
  amount: number;
  approver: string;
  documentNo: string;
  requestedAt: Date;
}

/** One planned escalation: fires exactly once, also when its time passed while everything was down. */
export interface EscalationStep {
  key: string;
  dueAt: Date;
  notify: string[];
  firedAt?: Date;
}

/** Something that is looked at so long after the start of a clock, beside what its light calls for. */
export interface ClockWatch {
  key: string;
  /** Short form of the limit, from the start of the clock. */
  after: string;
  notify: string[];
}

export interface ClockDocument extends BaseDocument {
  caseId: string;
  kind: ClockKind;
  /** Task of a step clock. */
  taskId?: string;
  /** Decision (or annulment) whose delivery a delivery clock measures. */
  decisionNo?: number;
  /** Material that was accepted as missing 容缺, whose handing in the clock measures. */
  materialKey?: string;
  departmentId: string;
  /** Pack of the case; clocks of earlier versions that are closed have none. */
  packCode?: string;
  /** As what it stands in the figures of the supervisors (`supervision/counters`); absent where it is not counted. */
  board?: `${ClockGroup}.${'running' | 'paused'}`;
  /** Short form, e.g. `10 workday`. */
  limit: string;
  /** Law and article, where the limit is statutory. */
  cite?: string;
  startAt: Date;
  /** Those of its department as they were at its start; without: the calendar's. */
  businessHours?: { from: string; to: string }[];
  pauses: ClockPause[];
  extensions: ClockExtension[];
  calendarVersion: string;
  dueAt: Date;
  dueDay: string;
  provisional: boolean;
  yellowAt?: Date;
  thresholds?: { workdays: number; percent: number };
  state: 'running' | 'paused' | 'stopped' | 'ended';
  /** Set when stopped by the act it measured; `ended` clocks were cut short (withdrawal, refusal to accept). */
  stoppedAt?: Date;
  /** Why an `ended` clock was cut short; absent in earlier ones. */
  endedBecause?: ClockEnd;
  /** Last valid day of the license that is renewed (art. 50); dueAt is the earlier. */
  notAfterDay?: string;
  watches?: ClockWatch[];
  escalation: EscalationStep[];
  /** Earliest of: unfired escalation, deemed acceptance, deemed renewal, watch. Absent when nothing can happen any more. */
  nextFireAt?: Date;
  version: number;
}

export const clockSchema = documentSchema<ClockDocument>('clocks', {
  caseId: text,
  kind: text,
  taskId: optionalText,
  decisionNo: { type: Number },
  materialKey: optionalText,
  departmentId: text,
  packCode: optionalText,
  board: optionalText,
  limit: text,
  cite: optionalText,
  startAt: instant,
  businessHours: nested,
  pauses: nested,
  extensions: nested,
  calendarVersion: text,
  dueAt: instant,
  dueDay: text,
  provisional: flag,
  yellowAt: optionalInstant,
  thresholds: nested,
  state: text,
  stoppedAt: optionalInstant,
  endedBecause: optionalText,
  notAfterDay: optionalText,
  watches: nested,
  escalation: nested,
  nextFireAt: optionalInstant,
  version: count,
});
clockSchema.index({ tenant: 1, caseId: 1, kind: 1 });
// The range field ends the index: docs/decisions/0004.
clockSchema.index({ tenant: 1, nextFireAt: 1 });
// Lists behind the numbers of the board: by due date, the green ones by the day on which they turn.
clockSchema.index({ tenant: 1, board: 1, departmentId: 1, dueAt: 1 });
clockSchema.index({ tenant: 1, board: 1, departmentId: 1, yellowAt: 1 });
clockSchema.index(
  { tenant: 1, taskId: 1 },
  { unique: true, partialFilterExpression: { taskId: { $exists: true } } },
);
