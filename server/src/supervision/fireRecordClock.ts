import type { AppContext } from '../app/appContext.ts';
import { alertOf, countFired, dueSteps, firedDetails, sweepActor } from '../clocks/escalated.ts';
import type { ClockDocument, EscalationStep } from '../clocks/model.ts';
import { setNextFire } from '../clocks/planClock.ts';
import { AppError } from '../errors/appError.ts';
import type { Lease } from '../lease/holdLease.ts';
import { changeRecord, type RecordChange } from './changeRecord.ts';
import type { AlertedRecord, RecordDocument } from './model.ts';
import { recordModelOf } from './recordModelOf.ts';

/**
 * Fires what has fallen due on the clock of a record of supervision, once: an event of the record and a message to the
 * people of the department; from red on the record counts as late.
 * A sweep's commits only while it holds its lease. Throws AppError `versionConflict` when another server was first.
 */
export async function fireRecordClock(app: AppContext, seen: ClockDocument, lease?: Lease): Promise<void> {
  const { kind, model } = await recordModelOf(app, seen.caseId);
  const { result } = await changeRecord({
    app,
    model,
    id: seen.caseId,
    actor: sweepActor,
    work: async (change) => {
      const { session, now, record } = change;
      await lease?.confirm(session);
      const clock = (await app.models.clocks
        .findOne({ _id: seen._id }, null, { session })
        .lean()) as ClockDocument | null;
      if (clock?.state !== 'running') return { steps: [], now };
      const due = dueSteps(clock, now);
      for (const step of due) step.firedAt = now;
      setNextFire(clock);
      const saved = await app.models.clocks.collection.replaceOne(
        { _id: clock._id as never, version: seen.version },
        { ...clock, version: clock.version + 1 } as never,
        { session, ignoreUndefined: true },
      );
      if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
      for (const step of due) {
        if (step.key === 'red') record.late = true;
        await change.event('recordEscalated', firedDetails(step, now));
        await alert(app, change, clock, { step, kind });
      }
      return { steps: due, now };
    },
  });
  for (const step of result.steps) countFired(step, result.now);
}

async function alert(
  app: AppContext,
  { record, now, session }: RecordChange<RecordDocument>,
  clock: ClockDocument,
  { step, kind }: { step: EscalationStep; kind: AlertedRecord },
): Promise<void> {
  const { caseId, caseNo, departmentId } = record;
  const message = alertOf({ ...clock, caseId, departmentId }, step, { caseNo, now });
  message.record = { kind, id: record._id };
  await app.models.alerts.insertMany([message], { session });
}
