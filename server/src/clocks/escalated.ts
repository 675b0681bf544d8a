import type { EventActor } from '../audit/model.ts';
import { escalationsFired, escalationsLate } from '../http/metrics.ts';
import { newId } from '../store/newId.ts';
import type { AlertDocument } from '../supervision/model.ts';
import type { ClockDocument, EscalationStep } from './model.ts';

export const sweepActor: EventActor = { kind: 'system', name: 'clockSweep' };

function isLate(step: EscalationStep, now: Date): boolean {
  return now.getTime() - step.dueAt.getTime() > 60_000;
}

/** Steps of a clock that are due. */
export function dueSteps(clock: ClockDocument, now: Date): EscalationStep[] {
  return clock.escalation.filter((step) => step.firedAt === undefined && step.dueAt <= now);
}

/** What the audit says of a step that fires now: both the time when it was due and the real one. */
export function firedDetails(step: EscalationStep, now: Date) {
  return {
    step: step.key,
    dueAt: step.dueAt.toISOString(),
    firedAt: now.toISOString(),
    late: isLate(step, now),
  };
}

/** The same for a clock of a case, which has several. */
export function escalationDetails(clock: ClockDocument, step: EscalationStep, now: Date) {
  return { clock: clock.kind, ...firedDetails(step, now) };
}

/** The message to the people of a step; its `effectKey` lets it be there once. */
export function alertOf(
  clock: Pick<ClockDocument, '_id' | 'tenant' | 'caseId' | 'departmentId' | 'kind'>,
  step: EscalationStep,
  { caseNo, now }: { caseNo: string; now: Date },
): AlertDocument {
  return {
    _id: newId(),
    schemaVersion: 1,
    tenant: clock.tenant,
    effectKey: `${clock._id}:${step.key}`,
    caseId: clock.caseId,
    caseNo,
    departmentId: clock.departmentId,
    audience: step.notify,
    stepKey: step.key,
    clock: clock.kind,
    dueAt: step.dueAt,
    firedAt: now,
  };
}

/** Counts a step that has fired and is committed. */
export function countFired(step: EscalationStep, now: Date): void {
  escalationsFired.inc({ step: step.key });
  if (isLate(step, now)) escalationsLate.inc({ step: step.key });
}
