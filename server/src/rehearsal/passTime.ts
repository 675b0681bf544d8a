import { addWorkdays, shanghaiDay, shanghaiInstant, shanghaiTime } from '@onewindow/clocks';
import type { CaseDocument } from '../cases/model.ts';
import { failure, type Place } from './failure.ts';
import { caseOf, type Run, ScenarioOver } from './run.ts';
import { settle } from './settle.ts';

const milliseconds = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/**
 * Puts the clock forward to when an act happens. On the way it stops at every moment at which something happens by
 * itself, a timer of the process or a step of a clock. Throws ScenarioOver when the time lies before now.
 */
export async function passTime(
  run: Run,
  { at, after }: { at?: string | undefined; after?: string | undefined },
  path: Place,
): Promise<void> {
  const { time, app } = run.stage;
  const target =
    at === undefined ? (after === undefined ? undefined : later(run, after)) : instantOfLocal(at);
  if (target === undefined) return;
  if (target < time.now()) {
    run.fail([...path, 'at'], failure('timeBackward', { at: at ?? after, now: shanghaiTime(time.now()) }));
    throw new ScenarioOver();
  }
  if (run.caseId !== undefined) {
    for (let last = 0; ; ) {
      const next = await nextMoment(run);
      if (next === undefined || next > target || next.getTime() === last) break;
      last = next.getTime();
      if (next > app.time.now()) time.set(next);
      await settle(run, path);
    }
  }
  time.set(target);
  if (run.caseId !== undefined) await settle(run, path);
}

/** Instant of `2026-11-02 10:00` in Shanghai. */
export function instantOfLocal(text: string): Date {
  const [day = '', clock = '00:00'] = text.split(' ');
  return shanghaiInstant(day, clock);
}

function later(run: Run, after: string): Date {
  const now = run.stage.time.now();
  const [count, unit] = after.split(' ');
  if (unit !== 'workday')
    return new Date(now.getTime() + Number(count) * milliseconds[unit as keyof typeof milliseconds]);
  const day = addWorkdays(shanghaiDay(now), Number(count), run.stage.app.calendar.calendar);
  return instantOfLocal(`${day} ${shanghaiTime(now).slice(11)}`);
}

/** The first moment from now on at which a timer or a clock of this case does something. */
async function nextMoment(run: Run): Promise<Date | undefined> {
  const { app, timers } = run.stage;
  const subject = await caseOf(run);
  const clocks = await app.models.clocks.find({ tenant: app.tenant, caseId: subject._id }).lean();
  const { processInstanceId } = subject.engine;
  const jobs =
    processInstanceId === undefined ? [] : await timers.waiting(subject.definitionId, processInstanceId);
  const moments = [
    ...clocks.map(({ nextFireAt }) => nextFireAt),
    ...jobs.map(({ dueAt }) => dueAt),
    ...(await paymentMoments(app, subject)),
  ];
  return moments.filter((moment) => moment !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];
}

/** When the benefit that the case gave is looked at, and when its next list is closed. */
async function paymentMoments(
  { models, tenant }: Run['stage']['app'],
  { _id: caseId, packCode }: Pick<CaseDocument, '_id' | 'packCode'>,
): Promise<(Date | undefined)[]> {
  const entitlements = await models.entitlements.find({ tenant, caseId }).lean();
  if (entitlements.length === 0) return [];
  const schedules = await models.paymentSchedules.find({ tenant, packCode }).lean();
  return [
    ...entitlements.map(({ nextLookAt }) => nextLookAt),
    ...schedules.map(({ nextCloseAt }) => nextCloseAt),
  ];
}
