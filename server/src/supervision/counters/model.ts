import {
  type BaseDocument,
  count,
  documentSchema,
  instant,
  nested,
  text,
} from '../../store/documentSchema.ts';

/** What the open clocks of a line are about: an approval, a dispatch, a publication of a decision. */
export type ClockGroup = 'case' | 'dispatch' | 'publication';

/** Open clocks that are counted (`n` > 0) or no longer (< 0). */
export interface OpenLine {
  kind: 'open';
  group: ClockGroup;
  departmentId: string;
  packCode: string;
  state: 'running' | 'paused';
  /** Minutes since 1970 UTC: the first in which the light is yellow (or red, where it never is), and the due one. */
  yellow: number;
  due: number;
  n: number;
}

export const dayFigures = ['received', 'accepted', 'onTime', 'late'] as const;
export type DayFigure = (typeof dayFigures)[number];

/** Something that happened to a case on a day of Shanghai, or is taken back (`n` < 0). */
export interface DayLine {
  kind: 'day';
  departmentId: string;
  packCode: string;
  /** YYYY-MM-DD. */
  day: string;
  figure: DayFigure;
  n: number;
  /** Of decisions: how many of them know their working days, and the sum of these; with the sign of `n`. */
  measured: number;
  workdays: number;
}

export type BoardLine = OpenLine | DayLine;

/** What one change of a case changes in the figures: written with it, folded into them by `foldDeltas` and then gone. */
export interface BoardDeltaDocument extends BaseDocument {
  at: Date;
  lines: BoardLine[];
}

export const boardDeltaSchema = documentSchema<BoardDeltaDocument>('boardDeltas', {
  at: instant,
  lines: nested,
});
boardDeltaSchema.index({ tenant: 1, at: 1 });

/** Figures of one department and item; `_id` is `counterId`. */
export interface BoardCounterDocument extends BaseDocument {
  group: ClockGroup;
  departmentId: string;
  packCode: string;
  running: number;
  paused: number;
  /** Running clocks by the minute in which they turn yellow, and by the minute in which they are due. */
  yellow: Record<string, number>;
  due: Record<string, number>;
  /** Paused clocks by the minute in which they would be due if the pause ended when it was last looked at. */
  pausedDue: Record<string, number>;
  /** Decided so far; `measured` of them know their working days, `workdays` is the sum of these. */
  onTime: number;
  late: number;
  measured: number;
  workdays: number;
  /** Number of the fold that wrote it last. */
  fold: number;
}

export const boardCounterSchema = documentSchema<BoardCounterDocument>('boardCounters', {
  group: text,
  departmentId: text,
  packCode: text,
  running: count,
  paused: count,
  yellow: nested,
  due: nested,
  pausedDue: nested,
  onTime: count,
  late: count,
  measured: count,
  workdays: count,
  fold: count,
});
// Copies of the server read what has been folded since they last looked.
boardCounterSchema.index({ tenant: 1, fold: 1 });
boardCounterSchema.index({ tenant: 1, departmentId: 1 });

export interface DayCount {
  received: number;
  accepted: number;
  onTime: number;
  late: number;
  measured: number;
  workdays: number;
}

/** What happened in a month, day by day, in one department with one item; `_id` is `monthId`. */
export interface BoardMonthDocument extends BaseDocument {
  /** YYYY-MM. */
  month: string;
  departmentId: string;
  packCode: string;
  /** By the day's last two digits. */
  days: Record<string, DayCount>;
  fold: number;
}

export const boardMonthSchema = documentSchema<BoardMonthDocument>('boardMonths', {
  month: text,
  departmentId: text,
  packCode: text,
  days: nested,
  fold: count,
});
boardMonthSchema.index({ tenant: 1, month: 1, departmentId: 1 });
boardMonthSchema.index({ tenant: 1, departmentId: 1 });
