import type { AppContext } from '../app/appContext.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { setNextFire } from '../clocks/planClock.ts';
import { AppError } from '../errors/appError.ts';
import { escalationsFired } from '../http/metrics.ts';
import type { Lease } from '../lease/holdLease.ts';
import { newId } from '../store/newId.ts';
import { changeRecord, type RecordChange } from './changeRecord.ts';
import type { RecordDocument } from './model.ts';
import { recordModelOf } from './recordModelOf.ts';

/**
 * Fires what has fallen due on the clock of a record of supervision, once: an event of the record and, where it is about a
 * case, a message to the people of the department; from red on the record counts as late.
 * A sweep's commits only while it holds its lease. Throws AppError `versionConflict` when another server was first.
 */
export async function fireRecordClock(app: AppContext, seen: ClockDocument, lease?: Lease): Promise<void> {
  const model = await recordModelOf(app, seen.caseId);
  const { result } = await changeRecord({
    app,
    model,
    id: seen.caseId,
    actor: { kind: 'system', name: 'clockSweep' },
    work: async (change) => {
      const { session, now, record } = change;
      await lease?.confirm(session);
      const clock = (await app.models.clocks
        .findOne({ _id: seen._id }, null, { session })
        .lean()) as ClockDocument | null;
      if (clock?.state !== 'running') return [];
      const due = clock.escalation.filter(({ firedAt, dueAt }) => firedAt === undefined && dueAt <= now);
      for (const step of due) step.firedAt = now;
      setNextFire(clock);
      const saved = await app.models.clocks.collection.replaceOne(
        { _id: clock._id as never, version: seen.version },
        { ...clock, version: clock.version + 1 } as never,
        { session, ignoreUndefined: true },
      );
      if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
      for (const { key, dueAt, notify } of due) {
        if (key === 'red') record.late = true;
        const late = now.getTime() - dueAt.getTime() > 60_000;
        await change.event('recordEscalated', {
          step: key,
          dueAt: dueAt.toISOString(),
          firedAt: now.toISOString(),
          late,
        });
        await alert(app, change, { effectKey: `${clock._id}:${key}`, audience: notify, stepKey: key, dueAt });
      }
      return due.map(({ key }) => key);
    },
  });
  for (const step of result) escalationsFired.inc({ step });
}

async function alert(
  app: AppContext,
  { record, now, session }: RecordChange<RecordDocument>,
  about: { effectKey: string; audience: string[]; stepKey: string; dueAt: Date },
): Promise<void> {
  if (record.caseId === '') return;
  const { caseId, caseNo, departmentId } = record;
  const message = { _id: newId(), schemaVersion: 1, tenant: app.tenant, caseId, caseNo, departmentId };
  await app.models.alerts.insertMany([{ ...message, ...about, firedAt: now }], { session });
}
