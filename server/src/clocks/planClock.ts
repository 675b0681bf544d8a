import {
  computeDue,
  deemedAcceptance,
  type EscalationChain,
  escalationPlan,
  hasDue,
  lightSchedule,
  parseLimit,
  renewalDue,
} from '@onewindow/clocks';
import { clockInputOf } from './clockInputOf.ts';
import type { LegalCalendar } from './legalCalendar.ts';
import type { ClockDocument, EscalationStep } from './model.ts';

/** Escalation keys that are acts of law, not messages. */
export const deemedAcceptanceKey = 'deemedAcceptance';
export const deemedRenewalKey = 'deemedRenewal';
/** A department asked for its opinion has not answered (会签). */
export const silenceKey = 'silence';
/** A special procedure takes longer than the pack expects. */
export const overlongKey = 'overlong';

/**
 * Computes everything that follows from a clock's facts: due, yellow, the steps not yet fired and when the sweep must
 * look next. Steps that have fired stay as they are; the others are planned anew (clocks.md, "Escalation").
 */
export function planClock(
  clock: ClockDocument,
  options: { legal: LegalCalendar; chain: EscalationChain; now: Date },
): void {
  const { legal, now } = options;
  const input = clockInputOf(clock);
  const due = computeDue(input, legal.calendar, now);
  clock.calendarVersion = legal.version;
  clock.dueAt = due.dueAt;
  clock.dueDay = due.dueDay;
  clock.provisional = due.provisional;
  const { yellowAt } = lightSchedule(input, legal.calendar);
  if (yellowAt === null) delete clock.yellowAt;
  else clock.yellowAt = yellowAt;
  const fired = clock.escalation.filter((step) => step.firedAt !== undefined);
  const keys = new Set(fired.map((step) => step.key));
  const open = clock.state === 'running' || clock.state === 'paused';
  const planned = open ? planSteps(clock, options).filter((step) => !keys.has(step.key)) : [];
  clock.escalation = [...fired, ...planned].sort(
    (left, right) => left.dueAt.getTime() - right.dueAt.getTime(),
  );
  setNextFire(clock);
}

/** The earliest step not yet fired. */
export function setNextFire(clock: ClockDocument): void {
  const next = clock.escalation.find((step) => step.firedAt === undefined);
  if (next === undefined) delete clock.nextFireAt;
  else clock.nextFireAt = next.dueAt;
}

function planSteps(
  clock: ClockDocument,
  options: { legal: LegalCalendar; chain: EscalationChain; now: Date },
): EscalationStep[] {
  const { legal, chain, now } = options;
  const input = clockInputOf(clock);
  const steps: EscalationStep[] = escalationPlan(input, chain, legal.calendar).map((step) => ({
    key: step.stepKey,
    dueAt: step.dueAt,
    notify: [...step.notify],
  }));
  if (clock.kind === 'acceptance') {
    steps.push({
      key: deemedAcceptanceKey,
      dueAt: deemedAcceptance(input, legal.calendar, now).deemedFrom,
      notify: ['clerk', 'supervisor'],
    });
  }
  if (clock.notAfterDay !== undefined) {
    const { deemedRenewedFrom } = renewalDue(input, clock.notAfterDay, legal.calendar, now);
    steps.push({ key: deemedRenewalKey, dueAt: deemedRenewedFrom, notify: ['head', 'supervisor'] });
  }
  for (const { key, after, notify } of clock.watches ?? []) {
    const limit = parseLimit(after);
    if (!hasDue(limit)) continue;
    const { startAt, businessHours } = clock;
    const watched = { limit, startAt, ...(businessHours === undefined ? {} : { businessHours }) };
    const { dueAt } = computeDue(watched, legal.calendar, now);
    steps.push({ key, dueAt, notify });
  }
  return steps;
}
