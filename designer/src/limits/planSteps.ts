import {
  type BusinessHours,
  type Calendar,
  ClockError,
  type ClockInput,
  computeDue,
  type Due,
  type DueLimit,
  type EscalationChain,
  type Explanation,
  escalationPlan,
  explain,
  hasDue,
  type Limit,
  lightSchedule,
  type PlannedStep,
  type Thresholds,
} from '@onewindow/clocks';
import type { StepOfPlan } from './stepGraph.ts';
import { readWritten } from './writtenLimit.ts';

/** What if a special procedure is begun: paused from one instant to another. */
export interface WhatIfPause {
  readonly key: string;
  readonly name: string;
  readonly from: Date;
  readonly to: Date;
}

export interface PlanInput {
  readonly startAt: Date;
  readonly statutory: Limit | null;
  readonly promised: Limit | null;
  readonly steps: readonly StepOfPlan[];
  readonly thresholds: Thresholds | undefined;
  readonly chain: EscalationChain;
  readonly pause: WhatIfPause | null;
  /** Amount added to both clocks, each in its own unit. */
  readonly extension: number | null;
  readonly calendar: Calendar;
  /** Own office hours of the item's department; left out: the calendar's. */
  readonly businessHours?: BusinessHours | undefined;
  /** Of steps that another department does, by step. */
  readonly stepHours?: ReadonlyMap<string, BusinessHours> | undefined;
}

export interface PlannedClock {
  readonly kind: 'statutory' | 'promised';
  readonly limit: DueLimit;
  readonly due: Due;
  /** Due without pause and extension. */
  readonly plain: Due;
  readonly yellowAt: Date | null;
  readonly redAt: Date | null;
  readonly escalation: readonly PlannedStep[];
  readonly explain: (locale: 'zh-CN' | 'en') => Explanation;
}

export interface PlannedBar {
  readonly key: string;
  readonly name: string;
  readonly limit: Limit | null;
  readonly from: Date;
  readonly to: Date;
  /** Within the special procedure that was chosen: does not count. */
  readonly paused: boolean;
  readonly afterDecision: boolean;
  readonly beyond: 'statutory' | 'promised' | null;
  /** Its own limit is longer than the item's of this kind, both from the same start. */
  readonly longerThan: 'statutory' | 'promised' | null;
}

export interface Plan {
  readonly clocks: readonly PlannedClock[];
  readonly bars: readonly PlannedBar[];
  /** Steps of special procedures that were not chosen. */
  readonly leftOut: readonly StepOfPlan[];
  /** When the last step up to the decision ends; null without steps. */
  readonly decidedBy: Date | null;
}

/**
 * The steps one after the other, each using its whole limit, against the clocks of the item. A step begins when the last of those
 * before it ends; a way back counts for nothing. Throws ClockError where a date cannot be reckoned.
 */
export function planSteps(input: PlanInput): Plan {
  const { startAt, calendar, pause } = input;
  const clocks = (['statutory', 'promised'] as const).flatMap((kind) => clockOf(kind, input));
  const isIn = (step: StepOfPlan) => {
    const own = [...step.begins, ...step.ends];
    return own.length === 0 || (pause !== null && own.includes(pause.key));
  };
  const bars = new Map<string, PlannedBar>();
  const decided = new Set<string>();
  for (const step of input.steps.filter(isIn)) {
    const before = nearest(step, input.steps, isIn);
    const from = new Date(
      Math.max(startAt.getTime(), ...before.map((key) => bars.get(key)?.to.getTime() ?? 0)),
    );
    const limit = readWritten(step.limit);
    const paused = pause !== null && step.ends.includes(pause.key);
    const to =
      paused && pause.to > from
        ? pause.to
        : limit !== null && hasDue(limit)
          ? computeDue(
              { kind: 'step', limit, startAt: from, businessHours: hoursOf(step.key, input) },
              calendar,
            ).dueAt
          : from;
    const afterDecision = before.some((key) => decided.has(key));
    if (step.decides || afterDecision) decided.add(step.key);
    const beyond = afterDecision ? null : (clocks.find(({ due }) => to > due.dueAt)?.kind ?? null);
    const longerThan = afterDecision || paused ? null : longer(step.key, limit, input, clocks);
    bars.set(step.key, {
      key: step.key,
      name: step.name,
      limit,
      from,
      to,
      paused,
      afterDecision,
      beyond,
      longerThan,
    });
  }
  const upToDecision = [...bars.values()].filter(({ afterDecision }) => !afterDecision);
  return {
    clocks,
    bars: [...bars.values()],
    leftOut: input.steps.filter((step) => !isIn(step)),
    decidedBy:
      upToDecision.length === 0 ? null : new Date(Math.max(...upToDecision.map(({ to }) => to.getTime()))),
  };
}

/** Statutory first: who is beyond the law is beyond the promise as well. */
function clockOf(kind: 'statutory' | 'promised', input: PlanInput): PlannedClock[] {
  const limit = input[kind];
  if (limit === null || !hasDue(limit)) return [];
  const { startAt, calendar, thresholds, chain, pause, extension, businessHours } = input;
  const bare: ClockInput = { kind, limit, startAt, thresholds, businessHours };
  const added = extension !== null && 'value' in limit ? extension : null;
  const clock: ClockInput = {
    ...bare,
    pauses: pause === null ? [] : [{ from: pause.from, to: pause.to, reason: pause.name }],
    extensions: added === null ? [] : [{ amount: added, approver: '…', requestedAt: startAt }],
  };
  const { yellowAt, redAt } = lightSchedule(clock, calendar);
  return [
    {
      kind,
      limit,
      due: computeDue(clock, calendar),
      plain: computeDue(bare, calendar),
      yellowAt,
      redAt,
      escalation: escalationPlan(clock, chain, calendar),
      explain: (locale) => explain(clock, calendar, startAt, locale),
    },
  ];
}

/** Steps before it that are in the plan, those left out stepped over. */
function nearest(
  step: StepOfPlan,
  all: readonly StepOfPlan[],
  isIn: (step: StepOfPlan) => boolean,
  seen = new Set<string>(),
): string[] {
  return step.after.flatMap((key) => {
    const before = all.find((entry) => entry.key === key);
    if (before === undefined || seen.has(key)) return [];
    seen.add(key);
    return isIn(before) ? [key] : nearest(before, all, isIn, seen);
  });
}

function hoursOf(key: string, { businessHours, stepHours }: PlanInput): BusinessHours | undefined {
  return stepHours?.get(key) ?? businessHours;
}

function longer(
  key: string,
  limit: Limit | null,
  input: PlanInput,
  clocks: readonly PlannedClock[],
): 'statutory' | 'promised' | null {
  if (limit === null || !hasDue(limit)) return null;
  const { startAt, calendar } = input;
  const { dueAt } = computeDue({ limit, startAt, businessHours: hoursOf(key, input) }, calendar);
  return clocks.find(({ plain }) => dueAt > plain.dueAt)?.kind ?? null;
}

export function isClockError(error: unknown): error is ClockError {
  return error instanceof ClockError;
}
