/** Where a report is about: a service area of the organisation, words, and where known a position (WGS 84, degrees). */
export interface DispatchPlace {
  /** Department id of the village's service point, or of the town where the village is not known. */
  area: string;
  text: string;
  position?: { longitude: number; latitude: number };
}

/** What a unit asked for and the chief of the shift has not decided yet. */
export interface DispatchRequest {
  kind: 'postpone' | 'suspend';
  at: Date;
  by: string;
  reason: string;
  /** Time to be added, in the unit of the clock. */
  amount?: number;
  /** Shanghai day on which the suspension is looked at again. */
  until?: string;
}

/** 权属争议: the unit that holds itself not responsible, and what was decided. */
export interface DispatchDispute {
  /** Department that raised it. */
  unit: string;
  by: string;
  at: Date;
  reason: string;
  ruling?: { by: string; at: Date; reason: string };
}

/** One call back 回访. */
export interface DispatchCall {
  at: Date;
  by: string;
  round: number;
  reached: boolean;
  /** Answer by key of the question. */
  answers: Record<string, string>;
}

export type DispatchCount = 'sendBack' | 'postpone' | 'suspend' | 'redo' | 'reopen';

/** What a case file 案卷 of a dispatch is beside a case; kept on the case and changed only through changeCase. */
export interface DispatchState {
  source: string;
  channel: string;
  category?: string;
  subcategory?: string;
  /** Urgency, a key of the pack's levels. */
  level?: string;
  place: DispatchPlace;
  /** Kind under which duplicates are looked for; absent once the file is closed. */
  openKey?: string;
  stage: string;
  /** Rounds of disposal, 1 in the first; 返工 and a reopening begin the next. */
  round: number;
  /** Reports 上报 that are about it. */
  reports: number;
  counts: Record<DispatchCount, number>;
  openedAt?: Date;
  assignedAt?: Date;
  finishedAt?: Date;
  /** Department that deals with it. */
  unit?: string;
  /** 首接负责: the first that took it. */
  firstUnit?: string;
  request?: DispatchRequest;
  dispute?: DispatchDispute;
  /** 挂账: its clock is paused until it is resumed. */
  suspended?: { since: Date; until: string; reason: string };
  calls: DispatchCall[];
  /** Why a new file was made although one of the same place and kind was open. */
  duplicateReason?: string;
  end?: { kind: 'closed' | 'void'; at: Date; by: string; reason: string };
}
