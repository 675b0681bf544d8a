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

/** What telling needs of a case. */
export type ToldCase = Pick<CaseDocument, keyof typeof told>;

const told = {
  _id: 1,
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

/** The cases of these clocks by id. */
export async function readToldCases(
  app: AppContext,
  clocks: readonly ClockDocument[],
): Promise<Map<string, ToldCase>> {
  const ids = [...new Set(clocks.map(({ caseId }) => caseId))];
  const read = (await app.models.cases.find({ _id: trusted({ $in: ids }) }, told).lean()) as ToldCase[];
  return new Map(read.map((subject) => [subject._id, subject]));
}

/**
 * Fires the steps of these clocks that are due and only tell people, in one transaction: many documents a command instead of one.
 * Clocks and cases are as they were read before. Throws AppError `versionConflict` when one of them has changed since, or the
 * lease was lost; then none has fired.
 */
export async function fireAlerts(
  app: AppContext,
  lease: Lease,
  clocks: readonly ClockDocument[],
  cases: ReadonlyMap<string, ToldCase>,
): Promise<void> {
  const now = app.time.now();
  const firing = whatFires(clocks, cases, now);
  const { models } = app;
  await inTransaction(app.connection, async (session) => {
    const write = { session, ignoreUndefined: true };
    await lease.confirm(session);
    const savedClocks = await models.clocks.collection.bulkWrite(firing.clocks.map(setFired), write);
    // Lists are sorted by what people did: an escalation leaves `updatedAt` alone.
    const savedCases = await models.cases.collection.bulkWrite(firing.subjects.map(setChained), write);
    if (
      savedClocks.modifiedCount !== firing.clocks.length ||
      savedCases.modifiedCount !== firing.subjects.length
    )
      throw new AppError('versionConflict');
    await models.events.collection.insertMany(
      firing.subjects.flatMap(({ events }) => events) as never[],
      write,
    );
    await models.alerts.collection.insertMany(firing.alerts as never[], write);
  });
  for (const step of firing.steps) countFired(step, now);
  for (const { subject, events } of firing.subjects) {
    keepForTelling(subject, events);
    announce(app, subject, now);
  }
}

interface Firing {
  clocks: ClockDocument[];
  subjects: { subject: ToldCase; events: EventDocument[] }[];
  alerts: AlertDocument[];
  steps: EscalationStep[];
}

/** Everything that is written when these clocks fire now; what was read stays as it is. */
function whatFires(read: readonly ClockDocument[], cases: ReadonlyMap<string, ToldCase>, now: Date): Firing {
  const firing: Firing = { clocks: [], subjects: [], alerts: [], steps: [] };
  const subjects = new Map<string, Firing['subjects'][number]>();
  const inOrder = [...read].sort(
    (one, other) => (one.nextFireAt?.getTime() ?? 0) - (other.nextFireAt?.getTime() ?? 0),
  );
  for (const before of inOrder) {
    const known = cases.get(before.caseId);
    if (known === undefined) throw new AppError('notFound');
    const { subject, events } = subjects.get(before.caseId) ?? { subject: { ...known }, events: [] };
    subjects.set(before.caseId, { subject, events });
    const clock = { ...before, escalation: before.escalation.map((step) => ({ ...step })) };
    for (const step of dueSteps(clock, now)) {
      step.firedAt = now;
      firing.steps.push(step);
      const details = escalationDetails(clock, step, now);
      const event = { at: now, type: 'escalated', actor: sweepActor, details };
      events.push(appendEvent(subject, event, subject.updatedAt));
      firing.alerts.push(alertOf(clock, step, { caseNo: subject.caseNo ?? '', now }));
    }
    setNextFire(clock);
    firing.clocks.push(clock);
  }
  return { ...firing, subjects: [...subjects.values()] };
}

function setFired({ _id, version, escalation, nextFireAt }: ClockDocument) {
  const $set = { escalation, version: version + 1 };
  return {
    updateOne: {
      filter: { _id: _id as never, version },
      update:
        nextFireAt === undefined ? { $set, $unset: { nextFireAt: 1 } } : { $set: { ...$set, nextFireAt } },
    },
  };
}

function setChained({ subject: { _id, version, eventSeq, lastEventHash } }: { subject: ToldCase }) {
  return {
    updateOne: {
      filter: { _id: _id as never, version },
      update: { $set: { eventSeq, lastEventHash, version: version + 1 } },
    },
  };
}
