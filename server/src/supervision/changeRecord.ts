import type { ClientSession, Model } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { eventHash } from '../audit/eventHash.ts';
import type { EventActor } from '../audit/model.ts';
import { AppError } from '../errors/appError.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import type { RecordDocument } from './model.ts';
import { startRecordClock, stopRecordClock } from './recordClock.ts';

/** The one way to change a finding, an order or a card. */
export interface RecordChange<T extends RecordDocument> {
  /** Assign to it what changes. */
  readonly record: T;
  readonly session: ClientSession;
  readonly now: Date;
  readonly actor: EventActor;
  /** Appends to the record's own chain of events. No personal data of applicants in `details`. */
  event(type: string, details?: Record<string, unknown>): Promise<void>;
  /** The next act is due within this limit (short form): ends the clock that ran and starts another. */
  expect(limit: string): Promise<void>;
  /** Nobody owes an act any more. */
  rest(): Promise<void>;
}

interface RecordWork<T extends RecordDocument, R> {
  app: AppContext;
  /** Collection of the record. */
  model: Model<T>;
  id: string;
  actor: EventActor;
  work: (change: RecordChange<T>) => Promise<R> | R;
}

/**
 * Runs an act on a record of supervision in one transaction: record, events and clock together.
 * Throws AppError `notFound`; `versionConflict` when somebody else acted at the same moment.
 */
export async function changeRecord<T extends RecordDocument, R>(options: RecordWork<T, R>) {
  const now = options.app.time.now();
  const changed = await inTransaction(options.app.connection, (session) =>
    changeRecordIn(session, options, now),
  );
  announceRecord(options.app, changed.record, now);
  return changed;
}

/** Events that were appended to a record as it stands in memory, until they are told. */
const appended = new WeakMap<object, string[]>();

/** Tells the listeners of this copy that a record has changed, after the commit. */
export function announceRecord(
  app: AppContext,
  record: Pick<RecordDocument, '_id' | 'departmentId'>,
  at: Date,
): void {
  const { _id, departmentId } = record;
  const eventIds = appended.get(record) ?? [];
  appended.delete(record);
  app.stream.publish({
    type: 'record',
    tenant: app.tenant,
    caseId: _id,
    departmentIds: [departmentId],
    at,
    eventIds,
  });
}

/** The same inside a transaction of the caller's, who tells the listeners when it is committed (`announceRecord`). */
export async function changeRecordIn<T extends RecordDocument, R>(
  session: ClientSession,
  { app, model, id, actor, work }: RecordWork<T, R>,
  now: Date,
): Promise<{ record: T; result: R }> {
  const stored = (await model
    .findOne({ _id: id, tenant: app.tenant } as never, null, { session })
    .lean()) as T | null;
  if (stored === null) throw new AppError('notFound');
  const record: T = { ...stored, eventSeq: stored.eventSeq ?? 0, lastEventHash: stored.lastEventHash ?? '' };
  const result = await work(changeOf(app, record, { session, now, actor }));
  record.version = (stored.version ?? 0) + 1;
  const saved = await model.collection.replaceOne(
    { _id: id as never, ...(stored.version === undefined ? {} : { version: stored.version }) } as never,
    record as never,
    { session, ignoreUndefined: true },
  );
  if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
  return { record, result };
}

/** The acts on a record that is changed, or made, in this session; whoever makes it also writes it. */
export function changeOf<T extends RecordDocument>(
  app: AppContext,
  record: T,
  about: { session: ClientSession; now: Date; actor: EventActor },
): RecordChange<T> {
  const { session, now, actor } = about;
  const rest = async () => {
    await stopRecordClock(app, session, { recordId: record._id, now });
    delete record.actBy;
  };
  return {
    record,
    session,
    now,
    actor,
    rest,
    async event(type, details = {}) {
      record.eventSeq += 1;
      const event = {
        tenant: app.tenant,
        caseId: record._id,
        seq: record.eventSeq,
        at: now,
        type,
        actor,
        details,
        prevHash: record.lastEventHash,
      };
      const hash = eventHash(event);
      record.lastEventHash = hash;
      const entry = { _id: newId(), schemaVersion: 1, ...event, hash };
      appended.set(record, [...(appended.get(record) ?? []), entry._id]);
      await app.models.events.collection.insertOne(entry as never, { session, ignoreUndefined: true });
    },
    async expect(limit) {
      await rest();
      record.late = false;
      const clock = await startRecordClock(app, session, { record, limit, now });
      record.actBy = clock.dueAt;
    },
  };
}
