import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import { waivedOverdue } from '../intake/waivedOverdue.ts';
import { fireSilence } from '../joint/fireSilence.ts';
import type { Lease } from '../lease/holdLease.ts';
import { fireRecordClock } from '../supervision/fireRecordClock.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { pausedTooLong } from '../supervision/pausedTooLong.ts';
import { deemAccepted } from './deemAccepted.ts';
import { deemRenewed } from './deemRenewed.ts';
import { alertOf, countFired, dueSteps, escalationDetails, sweepActor } from './escalated.ts';
import type { ClockDocument, EscalationStep } from './model.ts';
import { deemedAcceptanceKey, deemedRenewalKey, overlongKey, setNextFire, silenceKey } from './planClock.ts';

/**
 * Fires the steps of one clock that have fallen due, each stamped with its due time and the real one, in one transaction; that of
 * a sweep commits only while the sweep holds its lease. Throws AppError `versionConflict` when another was first.
 */
export async function fireClock(app: AppContext, seen: ClockDocument, lease?: Lease): Promise<void> {
  if (seen.kind === 'supervision') return fireRecordClock(app, seen, lease);
  const { result } = await changeCase({
    app,
    caseId: seen.caseId,
    actor: sweepActor,
    work: async (change) => {
      await lease?.confirm(change.session);
      const clock = (await change.clocks.all()).find((entry) => entry._id === seen._id);
      if (clock === undefined) return { steps: [], now: change.now };
      const due = dueSteps(clock, change.now);
      for (const step of due) step.firedAt = change.now;
      setNextFire(clock);
      change.clocks.put(clock);
      for (const step of due) await applyStep(app, change, clock, step);
      return { steps: due, now: change.now };
    },
  });
  for (const step of result.steps) countFired(step, result.now);
}

async function applyStep(
  app: AppContext,
  change: CaseChange,
  clock: ClockDocument,
  step: EscalationStep,
): Promise<void> {
  change.event('escalated', escalationDetails(clock, step, change.now));
  const alert = alertOf(clock, step, { caseNo: change.subject.caseNo ?? '', now: change.now });
  await app.models.alerts.insertMany([alert], { session: change.session });
  if (step.key === deemedAcceptanceKey) await deemAccepted(app, change, clock);
  else if (step.key === deemedRenewalKey) await deemRenewed(app, change, clock, step);
  else if (step.key === silenceKey) await fireSilence({ app, change, clock, step });
  else if (clock.kind === 'waivedMaterial') {
    if (step.key === 'red') await waivedOverdue(app, change, clock);
  } else if (clock.kind === 'pauseLength') await pausedTooLong(app, change, clock);
  else if (step.notify.includes('supervisor')) {
    await openFinding(app, change, {
      effectKey: `${clock._id}:${step.key}`,
      kind: step.key === overlongKey ? 'procedureOverlong' : 'overdue',
      departmentId: clock.departmentId,
      dueAt: step.dueAt,
      details: { clock: clock.kind, limit: clock.limit, dueDay: clock.dueDay },
    });
  }
}
