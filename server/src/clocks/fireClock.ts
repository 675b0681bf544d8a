import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import { escalationsFired } from '../http/metrics.ts';
import { waivedOverdue } from '../intake/waivedOverdue.ts';
import { fireSilence } from '../joint/fireSilence.ts';
import { newId } from '../store/newId.ts';
import { fireRecordClock } from '../supervision/fireRecordClock.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { pausedTooLong } from '../supervision/pausedTooLong.ts';
import { deemAccepted } from './deemAccepted.ts';
import { deemRenewed } from './deemRenewed.ts';
import type { ClockDocument, EscalationStep } from './model.ts';
import { deemedAcceptanceKey, deemedRenewalKey, overlongKey, setNextFire, silenceKey } from './planClock.ts';

/** Fires the steps of one clock that have fallen due, each stamped with its due time and the real one, in one transaction. */
export async function fireClock(app: AppContext, seen: ClockDocument): Promise<void> {
  if (seen.kind === 'supervision') return fireRecordClock(app, seen);
  const { result } = await changeCase({
    app,
    caseId: seen.caseId,
    actor: { kind: 'system', name: 'clockSweep' },
    work: async (change) => {
      const clock = (await change.clocks.all()).find((entry) => entry._id === seen._id);
      const due =
        clock?.escalation.filter((step) => step.firedAt === undefined && step.dueAt <= change.now) ?? [];
      if (clock === undefined) return [];
      for (const step of due) step.firedAt = change.now;
      setNextFire(clock);
      change.clocks.put(clock);
      for (const step of due) await applyStep(app, change, clock, step);
      return due.map((step) => step.key);
    },
  });
  for (const step of result) escalationsFired.inc({ step });
}

async function applyStep(
  app: AppContext,
  change: CaseChange,
  clock: ClockDocument,
  step: EscalationStep,
): Promise<void> {
  change.event('escalated', {
    clock: clock.kind,
    step: step.key,
    dueAt: step.dueAt.toISOString(),
    firedAt: change.now.toISOString(),
    late: change.now.getTime() - step.dueAt.getTime() > 60_000,
  });
  await alert(app, change, clock, step);
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

async function alert(
  app: AppContext,
  change: CaseChange,
  clock: ClockDocument,
  step: EscalationStep,
): Promise<void> {
  await app.models.alerts.insertMany(
    [
      {
        _id: newId(),
        schemaVersion: 1,
        tenant: app.tenant,
        effectKey: `${clock._id}:${step.key}`,
        caseId: clock.caseId,
        caseNo: change.subject.caseNo ?? '',
        departmentId: clock.departmentId,
        audience: step.notify,
        stepKey: step.key,
        dueAt: step.dueAt,
        firedAt: change.now,
      },
    ],
    { session: change.session },
  );
}
