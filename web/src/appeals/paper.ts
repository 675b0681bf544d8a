import type {
  AppealKind,
  AppealOutcome,
  AppealPaper,
  ChangingOutcome,
  OverturnGround,
} from '../api/appeals.ts';

/** Units in which a body or court names the time for a decision anew. */
export const termUnits = ['day', 'workday', 'month'] as const;

/** The paper as it is being copied. */
export interface Paper {
  readonly documentNo: string;
  /** YYYY-MM-DD. */
  readonly servedOn: string;
  readonly ground: OverturnGround;
  readonly anew: boolean;
  /** Null: the paper names no time. */
  readonly amount: number | null;
  readonly unit: (typeof termUnits)[number];
  /** What of the decision it changes, by key of the part; empty where it changes the whole. */
  readonly parts: Readonly<Record<string, string>>;
}

export function blankPaper(today: string): Paper {
  return {
    documentNo: '',
    servedOn: today,
    ground: 'facts',
    anew: true,
    amount: null,
    unit: 'day',
    parts: {},
  };
}

/** Whether the result of an appeal leaves the decision otherwise than it was. */
export function isChanging(outcome: AppealOutcome): outcome is ChangingOutcome {
  return outcome === 'changed' || outcome === 'revokedInPart' || outcome === 'revoked';
}

/** Whether the matter is decided anew: a decision that was changed as a whole always is, a changed part never. */
export function isAnew(outcome: ChangingOutcome, { anew, parts }: Paper): boolean {
  if (outcome === 'revoked') return anew;
  return outcome === 'changed' && Object.keys(parts).length === 0;
}

/** Whether what the server needs is there. */
export function isComplete(kind: AppealKind, outcome: AppealOutcome, paper: Paper): boolean {
  if (!isChanging(outcome)) return true;
  if (outcome === 'revokedInPart' && Object.keys(paper.parts).length === 0) return false;
  return kind === 'internal' || paper.documentNo.trim() !== '';
}

/** What is sent of it: nothing for a decision that stands. */
export function paperOf(outcome: AppealOutcome, paper: Paper): AppealPaper {
  if (!isChanging(outcome)) return {};
  const { documentNo, servedOn, ground, amount, unit } = paper;
  const anew = isAnew(outcome, paper);
  const parts = Object.entries(paper.parts).map(([key, after]) => ({ key, after: after.trim() }));
  return {
    servedOn,
    ...(documentNo.trim() === '' ? {} : { documentNo: documentNo.trim() }),
    ...(outcome === 'revoked' ? { ground, anew } : {}),
    ...(anew && amount !== null ? { within: `${amount} ${unit}` } : {}),
    ...(outcome === 'revoked' || parts.length === 0 ? {} : { parts }),
  };
}
