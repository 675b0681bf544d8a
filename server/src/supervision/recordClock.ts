import type { EscalationChain } from '@onewindow/clocks';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { hoursOf } from '../clocks/hoursOf.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { planClock } from '../clocks/planClock.ts';
import { newId } from '../store/newId.ts';
import type { RecordDocument } from './model.ts';

/** Whoever owes the act is told in time; when it is late, the head and the supervisors are. */
export const recordChain: EscalationChain = [
  { key: 'yellow', at: 'yellow', notify: ['head'] },
  { key: 'red', at: 'red', notify: ['head', 'supervisor'] },
];

/**
 * Starts the clock of a record of supervision. It is no clock of the case: its `caseId` is the record's id, so that what
 * ends the clocks of a case (withdrawal, refusal) leaves it running, and the board does not count it.
 * Throws ClockError for a limit without a due date.
 */
export async function startRecordClock(
  app: AppContext,
  session: ClientSession,
  options: {
    record: Pick<RecordDocument, '_id' | 'departmentId'>;
    /** Short form, e.g. `5 workday`. */
    limit: string;
    now: Date;
  },
): Promise<ClockDocument> {
  const { record, limit, now } = options;
  const clock: ClockDocument = {
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    caseId: record._id,
    kind: 'supervision',
    departmentId: record.departmentId,
    limit,
    startAt: now,
    ...hoursOf(app, record.departmentId),
    pauses: [],
    extensions: [],
    calendarVersion: app.calendar.version,
    dueAt: now,
    dueDay: '',
    provisional: false,
    state: 'running',
    escalation: [],
    version: 1,
  };
  planClock(clock, { legal: app.calendar, chain: recordChain, now });
  await app.models.clocks.collection.insertOne(clock as never, { session, ignoreUndefined: true });
  return clock;
}

/** Stops the running clock of a record, if it has one. */
export async function stopRecordClock(
  app: AppContext,
  session: ClientSession,
  { recordId, now }: { recordId: string; now: Date },
): Promise<void> {
  const running = (await app.models.clocks
    .find({ tenant: app.tenant, caseId: recordId, kind: 'supervision' }, null, { session })
    .lean()) as ClockDocument[];
  for (const { _id, state, version } of running) {
    if (state !== 'running') continue;
    await app.models.clocks.updateOne(
      { _id, version },
      { $set: { state: 'stopped', stoppedAt: now, version: version + 1 }, $unset: { nextFireAt: 1 } },
      { session },
    );
  }
}
