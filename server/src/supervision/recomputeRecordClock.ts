import type { AppContext } from '../app/appContext.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { planClock } from '../clocks/planClock.ts';
import { AppError } from '../errors/appError.ts';
import { changeRecord } from './changeRecord.ts';
import { recordChain } from './recordClock.ts';
import { recordModelOf } from './recordModelOf.ts';

/**
 * Brings the clock of a record of supervision to the calendar in force, with an event of the record that tells old date,
 * new date and calendar where the due date changes. Returns whether it does.
 * Throws AppError `versionConflict` when the record was changed at the same moment.
 */
export async function recomputeRecordClock(app: AppContext, seen: ClockDocument): Promise<boolean> {
  const { model } = await recordModelOf(app, seen.caseId);
  const { result } = await changeRecord({
    app,
    model,
    id: seen.caseId,
    actor: { kind: 'system', name: 'calendar' },
    work: async ({ session, now, record, event }) => {
      const clock = (await app.models.clocks
        .findOne({ _id: seen._id }, null, { session })
        .lean()) as ClockDocument | null;
      if (clock?.state !== 'running' || clock.calendarVersion === app.calendar.version) return false;
      const { dueDay: from, provisional, version } = clock;
      planClock(clock, { legal: app.calendar, chain: recordChain, now });
      const saved = await app.models.clocks.collection.replaceOne(
        { _id: clock._id as never, version },
        { ...clock, version: version + 1 } as never,
        { session, ignoreUndefined: true },
      );
      if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
      record.actBy = clock.dueAt;
      if (clock.dueDay === from && clock.provisional === provisional) return false;
      await event('recordDueRecomputed', {
        from,
        to: clock.dueDay,
        calendar: clock.calendarVersion,
        provisional: clock.provisional,
      });
      return true;
    },
  });
  return result;
}
