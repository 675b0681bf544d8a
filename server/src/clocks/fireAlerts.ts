import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { appendEvent } from '../audit/appendEvent.ts';
import type { EventDocument } from '../audit/model.ts';
import { announce } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import { keepForTelling } from '../events/activity.ts';
import type { Lease } from '../lease/holdLease.ts';
import { inTransaction } from '../store/inTransaction.ts';
import type { AlertDocument } from '../supervision/model.ts';
import { alertOf, countFired, dueSteps, escalationDetails, sweepActor } from './escalated.ts';
import type { ClockDocument, ClockKind, EscalationStep } from './model.ts';
import { deemedAcceptanceKey, deemedRenewalKey, setNextFire, silenceKey } from './planClock.ts';

const acts: ReadonlySet<string> = new Set([deemedAcceptanceKey, deemedRenewalKey, silenceKey]);

/** Clocks whose steps do something, or that are no case's. */
const acting: ReadonlySet<ClockKind> = new Set(['waivedMaterial', 'pauseLength', 'supervision']);

/** Whether something is due and all of it tells people and does nothing else: neither an act of law nor a finding. */
export function onlyTells(clock: ClockDocument, now: Date): boolean {
  const due = dueSteps(clock, now);
  return (
    due.length > 0 &&
    !acting.has(clock.kind) &&
    due.every(({ key, notify }) => !acts.has(key) && !notify.includes('supervisor'))
  );
}

type Subject = Pick<
  CaseDocument,
  | '_id'
  | 'tenant'
  | 'version'
  | 'caseNo'
  | 'eventSeq'
  | 'lastEventHash'
  | 'packCode'
  | 'departmentId'
  | 'departmentIds'
  | 'createdBy'
  | 'updatedAt'
>;

/**
 * Fires steps that only tell people, of many clocks in one transaction: many documents a command instead of one. Throws AppError
 * `versionConflict` when one of their cases or clocks changes at the same time, or the lease was lost; then none has fired.
 */
export async function fireAlerts(app: AppContext, lease: Lease, ids: readonly string[]): Promise<void> {
  const now = app.time.now();
  const fired = await inTransaction(app.connection, async (session) => {
    await lease.confirm(session);
    const clocks = (
      (await app.models.clocks
        .find({ _id: trusted({ $in: ids }) }, null, { session })
        .lean()) as ClockDocument[]
    )
      .filter((clock) => dueSteps(clock, now).length > 0)
      .sort((one, other) => (one.nextFireAt?.getTime() ?? 0) - (other.nextFireAt?.getTime() ?? 0));
    if (clocks.length === 0) return { subjects: [], steps: [] };
    const subjects = new Map(
      (
        (await app.models.cases
          .find({ _id: trusted({ $in: [...new Set(clocks.map(({ caseId }) => caseId))] }) }, told, {
            session,
          })
          .lean()) as Subject[]
      ).map((subject) => [subject._id, subject]),
    );
    const events: EventDocument[] = [];
    const alerts: AlertDocument[] = [];
    const steps: EscalationStep[] = [];
    for (const clock of clocks) {
      const subject = subjects.get(clock.caseId);
      if (subject === undefined) throw new AppError('notFound');
      for (const step of dueSteps(clock, now)) {
        step.firedAt = now;
        steps.push(step);
        const details = escalationDetails(clock, step, now);
        const event = { at: now, type: 'escalated', actor: sweepActor, details };
        events.push(appendEvent(subject, event, subject.updatedAt));
        alerts.push(alertOf(clock, step, { caseNo: subject.caseNo ?? '', now }));
      }
      setNextFire(clock);
    }
    const write = { session, ignoreUndefined: true };
    const saved = await app.models.clocks.collection.bulkWrite(
      clocks.map(({ _id, version, escalation, nextFireAt }) => ({
        updateOne: {
          filter: { _id: _id as never, version },
          update:
            nextFireAt === undefined
              ? { $set: { escalation, version: version + 1 }, $unset: { nextFireAt: 1 } }
              : { $set: { escalation, nextFireAt, version: version + 1 } },
        },
      })),
      write,
    );
    // Lists are sorted by what people did: an escalation leaves `updatedAt` alone.
    const cases = await app.models.cases.collection.bulkWrite(
      [...subjects.values()].map(({ _id, version, eventSeq, lastEventHash }) => ({
        updateOne: {
          filter: { _id: _id as never, version },
          update: { $set: { eventSeq, lastEventHash, version: version + 1 } },
        },
      })),
      write,
    );
    if (saved.modifiedCount !== clocks.length || cases.modifiedCount !== subjects.size)
      throw new AppError('versionConflict');
    await app.models.events.collection.insertMany(events as never[], write);
    await app.models.alerts.collection.insertMany(alerts as never[], write);
    for (const subject of subjects.values())
      keepForTelling(
        subject,
        events.filter(({ caseId }) => caseId === subject._id),
      );
    return { subjects: [...subjects.values()], steps };
  });
  for (const step of fired.steps) countFired(step, now);
  for (const subject of fired.subjects) announce(app, subject, now);
}

const told = {
  tenant: 1,
  version: 1,
  caseNo: 1,
  eventSeq: 1,
  lastEventHash: 1,
  packCode: 1,
  departmentId: 1,
  departmentIds: 1,
  createdBy: 1,
  updatedAt: 1,
} as const;
