import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { appendEvent } from '../audit/appendEvent.ts';
import type { EventActor, EventDocument } from '../audit/model.ts';
import { CaseClocks } from '../clocks/caseClocks.ts';
import { oweDates } from '../clocks/oweDates.ts';
import { AppError } from '../errors/appError.ts';
import { activitiesOf, keepForTelling } from '../events/activity.ts';
import type { ActingRequest } from '../identity/actor.ts';
import { leaseOwn } from '../outbox/leaseOwn.ts';
import { mayWait, type OutboxDestination, type OutboxDocument } from '../outbox/model.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { dayLines, sumUp } from '../supervision/counters/boardLines.ts';
import { findIrregularities } from '../supervision/findIrregularities.ts';
import type { CaseDocument } from './model.ts';
import { wasCarriedOut } from './wasCarriedOut.ts';

/** The one way to change a case. What it collects is committed together or not at all. */
export interface CaseChange {
  /** The case; assign to it what changes. */
  readonly subject: CaseDocument;
  readonly session: ClientSession;
  /** The clocks of the case; what is changed here is saved with it. */
  readonly clocks: CaseClocks;
  /** Who acts. */
  readonly actor: EventActor;
  /** Instant of the use case, to the second as the caller gave it. */
  readonly now: Date;
  /** Appends to the audit of the case. No personal data in `details`. */
  event(type: string, details?: Record<string, unknown>): void;
  /** Owes an effect outside the store; returns its commandId. */
  outbox(entry: { destination: OutboxDestination; type: string; payload: Record<string, unknown> }): string;
}

/** A change that is committed. */
export interface Changed<T> {
  subject: CaseDocument;
  result: T;
  /** The command to the engine, leased to the caller (`leaseOwn`): it delivers it now (`deliverOwn`). */
  leased?: OutboxDocument;
}

export interface CaseChangeOptions<T> {
  app: AppContext;
  caseId: string;
  actor: EventActor;
  expectedVersion?: number | undefined;
  /** The case as just read: spares reading it again. Throws `versionConflict` when it has changed since. */
  known?: CaseDocument | undefined;
  /** A case that comes into being with this change, and what else belongs to it: all of it or nothing. */
  create?: { draft: CaseDocument; also: (session: ClientSession) => Promise<void> };
  /** The caller delivers the change's command to the engine itself, straight after: nobody else is to begin with it. */
  leaseOwn?: boolean;
  /** The request in which a person acts; remembered with the case (`http/actOnce.ts`). */
  request?: ActingRequest | undefined;
  /** The engine's answer to an act: the case keeps the instant of the act, by which lists are sorted. */
  keepUpdatedAt?: boolean;
  work: (change: CaseChange) => Promise<T> | T;
}

/**
 * Runs a use case on one case in one transaction: state + events + outbox (architecture, rule 1), raising the case's
 * version. `work` may run again after a conflict and must have no effect outside `change.session`.
 *
 * Throws AppError `notFound` when there is no such case; `versionConflict` when `expectedVersion` is given and differs.
 */
export async function changeCase<T>(options: CaseChangeOptions<T>): Promise<Changed<T>> {
  const { app } = options;
  const now = app.time.now();
  const outcome = await inTransaction(app.connection, (session) => changeCaseIn(session, options, now));
  announce(app, outcome.subject, now);
  return outcome;
}

/**
 * The same inside a transaction of the caller's, for an act on several cases that is done on all or on none. The caller
 * tells the listeners (`announce`) when it is committed.
 */
export async function changeCaseIn<T>(
  session: ClientSession,
  options: CaseChangeOptions<T>,
  now: Date,
): Promise<Changed<T>> {
  const { app, caseId, actor } = options;
  // Attempts after a conflict must not see what an earlier one assigned; the version check below covers what is known.
  if (options.create !== undefined) {
    await app.models.cases.insertMany([options.create.draft], { session });
    await options.create.also(session);
  }
  const known = options.known ?? options.create?.draft;
  const subject =
    known === undefined
      ? await app.models.cases.findOne({ _id: caseId, tenant: app.tenant }, null, { session }).lean()
      : structuredClone(known);
  if (subject === null) throw new AppError('notFound');
  if (options.expectedVersion !== undefined && options.expectedVersion !== subject.version) {
    throw new AppError('versionConflict', { extra: { currentVersion: subject.version } });
  }
  const oldVersion = subject.version;
  const stateBefore = subject.state;
  const datesBefore = {
    packVersion: subject.packVersion,
    migration: subject.migration?.id,
    clock: structuredClone(subject.clock),
  };
  const countedBefore = options.create === undefined ? dayLines(subject as CaseDocument, -1) : [];
  const before = new Map(Object.entries(subject).map(([key, value]) => [key, JSON.stringify(value)]));
  const events: EventDocument[] = [];
  const entries: OutboxDocument[] = [];
  const clocks = new CaseClocks(app, subject as CaseDocument, session);
  const change = collector({
    subject: subject as CaseDocument,
    session,
    clocks,
    now,
    actor,
    events,
    entries,
  });
  if (options.request !== undefined) rememberRequest(subject as CaseDocument, options.request);
  const result = await options.work(change);
  if (movesTheme(subject as CaseDocument, stateBefore, events)) {
    const themeCaseId = subject.family?.themeCaseId;
    change.outbox({ destination: 'themes', type: 'itemMoved', payload: { themeCaseId } });
  }
  await findIrregularities(app, change, events);
  await oweDates(app, change, { ...datesBefore, entries });
  subject.version = oldVersion + 1;
  if (options.keepUpdatedAt !== true) subject.updatedAt = now;
  const leased = options.leaseOwn === true ? await leaseOwn({ app, entries, now, session }) : undefined;
  // Typed by the interfaces and made here: the driver takes them as they are.
  const write = { session, ignoreUndefined: true };
  const counted = sumUp([
    ...(await clocks.save()),
    ...countedBefore,
    ...dayLines(subject as CaseDocument, 1),
  ]);
  await saveSubject(app, subject as CaseDocument, before, oldVersion, session);
  if (events.length > 0) await app.models.events.collection.insertMany(events as never[], write);
  if (counted.length > 0) {
    const delta = { _id: newId(), schemaVersion: 1, tenant: subject.tenant, at: now, lines: counted };
    await app.models.boardDeltas.collection.insertOne(delta as never, write);
  }
  if (entries.length > 0) await app.models.outbox.collection.insertMany(entries as never[], write);
  keepForTelling(subject, events);
  return { subject: subject as CaseDocument, result, ...(leased === undefined ? {} : { leased }) };
}

/** Events of an item, beside a change of its state, that its theme waits for. */
const movingEvents: ReadonlySet<string> = new Set(['licenseIssued', 'stepCompleted']);

/** Whether what happened to an item of a theme can move its family (`themes/advanceTheme.ts`). */
function movesTheme(subject: CaseDocument, stateBefore: string, events: readonly EventDocument[]): boolean {
  if (subject.family === undefined) return false;
  return subject.state !== stateBefore || events.some(({ type }) => movingEvents.has(type));
}

function collector(state: {
  subject: CaseDocument;
  session: ClientSession;
  clocks: CaseClocks;
  now: Date;
  actor: EventActor;
  events: EventDocument[];
  entries: OutboxDocument[];
}): CaseChange {
  const { subject, session, clocks, now } = state;
  const since = subject.updatedAt;
  return {
    subject,
    session,
    clocks,
    actor: state.actor,
    now,
    event(type, details = {}) {
      state.events.push(appendEvent(subject, { at: now, type, actor: state.actor, details }, since));
    },
    outbox(entry) {
      subject.outboxSeq += 1;
      const commandId = newId();
      state.entries.push({
        _id: commandId,
        schemaVersion: 1,
        tenant: subject.tenant,
        caseId: subject._id,
        destination: entry.destination,
        stream: `${subject._id}:${entry.destination}`,
        seq: subject.outboxSeq,
        type: entry.type,
        payload: entry.payload,
        state: 'pending',
        attempts: 0,
        nextAttemptAt: new Date(now.getTime() + mayWait[entry.destination]),
        leaseUntil: new Date(0),
        fence: 0,
        createdAt: now,
      });
      return commandId;
    },
  };
}

/** Requests of a case that are remembered; a client repeats one within seconds or hours, not after ten further acts. */
const requestsRemembered = 10;

/** Throws AppError `stateConflict` when it was carried out before, `idempotencyKeyReused` when its key was, for something else. */
function rememberRequest(subject: CaseDocument, { key, hash }: ActingRequest): void {
  if (wasCarriedOut(subject, { key, hash })) throw new AppError('stateConflict');
  subject.requests = [...(subject.requests ?? []).slice(1 - requestsRemembered), { key, hash }];
}

async function saveSubject(
  app: AppContext,
  subject: CaseDocument,
  before: ReadonlyMap<string, string>,
  oldVersion: number,
  session: ClientSession,
): Promise<void> {
  const set: Record<string, unknown> = {};
  const unset: Record<string, 1> = {};
  for (const [key, value] of Object.entries(subject)) {
    if (value === undefined) unset[key] = 1;
    else if (JSON.stringify(value) !== before.get(key)) set[key] = value;
  }
  for (const key of before.keys()) if (!(key in subject)) unset[key] = 1;
  const result = await app.models.cases.collection.updateOne(
    { _id: subject._id as never, version: oldVersion },
    Object.keys(unset).length > 0 ? { $set: set, $unset: unset } : { $set: set },
    { session, ignoreUndefined: true },
  );
  if (result.modifiedCount !== 1) throw new AppError('versionConflict');
}

/** Tells the listeners of this copy that a case has changed. */
export function announce(
  app: AppContext,
  subject: Pick<
    CaseDocument,
    '_id' | 'tenant' | 'caseNo' | 'packCode' | 'departmentId' | 'departmentIds' | 'createdBy'
  >,
  at: Date,
): void {
  app.stream.publish({
    type: 'case',
    tenant: subject.tenant,
    caseId: subject._id,
    departmentIds: [...new Set([...subject.departmentIds, subject.createdBy.departmentId])],
    at,
    activities: activitiesOf(subject),
  });
}
