import { readClockName } from '@onewindow/processes';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { recomputeChecks } from '../checks/recomputeChecks.ts';
import { holdLease } from '../lease/holdLease.ts';
import { newId } from '../store/newId.ts';
import { recomputeRecordClock } from '../supervision/recomputeRecordClock.ts';
import { recordChain } from '../supervision/recordClock.ts';
import { chainOf } from './chainOf.ts';
import type { ClockDocument } from './model.ts';
import { planClock } from './planClock.ts';
import { refreshSummary } from './refreshSummary.ts';

const name = 'calendar';
/** Clocks looked at together. */
const batch = 200;

/**
 * Brings every open clock to the calendar in force: a clock for which anything changes is planned anew, with an event on its
 * case (or record of supervision) that tells old date, new date and calendar where the due date (or that it is provisional) changes; any other only notes
 * the version. The due days of checks follow it too. One server copy does it, once a
 * version; broken off, it passes over what is done. Returns the number of clocks and checks whose date changed.
 */
export async function recomputeClocks(app: AppContext): Promise<number> {
  const { models, tenant, calendar } = app;
  const mark = await models.watermarks.findOne({ tenant, name }).lean();
  if (mark?.value['version'] === calendar.version) return 0;
  const done = await holdLease(app, 'recomputeClocks', async () => {
    const changed = (await recomputeAll(app)) + (await recomputeChecks(app));
    const value = { version: calendar.version };
    const updatedAt = app.time.now();
    if (mark === null)
      await models.watermarks.insertMany([
        { _id: newId(), schemaVersion: 1, tenant, name, value, updatedAt },
      ]);
    else await models.watermarks.updateOne({ _id: mark._id }, { $set: { value, updatedAt } });
    return changed;
  });
  return done ?? 0;
}

const isOpen = ({ state }: Pick<ClockDocument, 'state'>) => state === 'running' || state === 'paused';

async function recomputeAll(app: AppContext): Promise<number> {
  const { models, tenant, calendar } = app;
  const behind: string[] = [];
  const told = { state: 1, calendarVersion: 1 } as const;
  for await (const clock of models.clocks.find({ tenant }, told).lean().cursor())
    if (isOpen(clock) && clock.calendarVersion !== calendar.version) behind.push(clock._id);
  let changed = 0;
  for (let at = 0; at < behind.length; at += batch) {
    const clocks = (await models.clocks
      .find({ _id: trusted({ $in: behind.slice(at, at + batch) }) })
      .lean()) as ClockDocument[];
    const packs = new Map(
      (
        await models.cases
          .find(
            { _id: trusted({ $in: clocks.map(({ caseId }) => caseId) }) },
            { packCode: 1, packVersion: 1 },
          )
          .lean()
      ).map((subject) => [subject._id, subject]),
    );
    const same: ClockDocument[] = [];
    for (const clock of clocks.filter(isOpen)) {
      const subject = packs.get(clock.caseId);
      const ofRecord = clock.kind === 'supervision';
      if (subject === undefined && !ofRecord) continue;
      const anew = structuredClone(clock);
      const chain = subject === undefined ? recordChain : (await chainOf(app, subject, clock.kind)).chain;
      planClock(anew, { legal: calendar, chain, now: app.time.now() });
      const stays = planOf(anew) === planOf(clock) && !(subject && (await waitsForWorkdays(app, subject)));
      if (stays) same.push(clock);
      else if (await (ofRecord ? recomputeRecordClock : recomputeOne)(app, clock)) changed += 1;
    }
    // What changes meanwhile is planned with the new calendar by that change.
    if (same.length > 0)
      await models.clocks.collection.bulkWrite(
        same.map(({ _id, version }) => ({
          updateOne: {
            filter: { _id: _id as never, version },
            update: { $set: { calendarVersion: calendar.version } },
          },
        })),
      );
  }
  return changed;
}

/** Whether a timer waits so many working days before or after a date: its moment may be another although the date is the same. */
async function waitsForWorkdays(
  app: AppContext,
  { packCode, packVersion }: Pick<CaseDocument, 'packCode' | 'packVersion'>,
): Promise<boolean> {
  const { clockNames } = await app.packs.version(packCode, packVersion);
  return clockNames.some((name) => readClockName(name)?.shift?.unit === 'workday');
}

/** All that follows from the facts of a clock and the calendar. */
function planOf({ dueAt, provisional, yellowAt, escalation, nextFireAt }: ClockDocument): string {
  return JSON.stringify({ dueAt, provisional, yellowAt, escalation, nextFireAt });
}

/** Returns whether the due date, or that it is provisional, has changed. */
async function recomputeOne(app: AppContext, seen: ClockDocument): Promise<boolean> {
  const { result } = await changeCase({
    app,
    caseId: seen.caseId,
    actor: { kind: 'system', name: 'calendar' },
    keepUpdatedAt: true,
    work: async (change) => {
      const clock = (await change.clocks.all()).find(({ _id }) => _id === seen._id);
      if (clock === undefined || !isOpen(clock) || clock.calendarVersion === app.calendar.version)
        return false;
      const { dueDay: from, provisional } = clock;
      const { chain } = await chainOf(app, change.subject, clock.kind);
      planClock(clock, { legal: app.calendar, chain, now: change.now });
      change.clocks.put(clock);
      await refreshSummary(change, [clock.kind]);
      if (clock.dueDay === from && clock.provisional === provisional) return false;
      change.event('dueRecomputed', {
        clock: clock.kind,
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
