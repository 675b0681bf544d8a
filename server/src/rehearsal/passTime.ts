import { addWorkdays, shanghaiDay, shanghaiTime } from '@onewindow/clocks';
import type { CaseDocument } from '../cases/model.ts';
import { failure, type Place } from './failure.ts';
import { instantOfLocal } from './localInstant.ts';
import { type Run, ScenarioOver } from './run.ts';
import { settle } from './settle.ts';
import { casesOf } from './themeActs.ts';
import { clockMoments, givenMoments, owedBy } from './workWaiting.ts';

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
  const target = targetOf(run, { at, after });
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
  // Nothing happens by itself between the last such moment and this one.
  time.set(target);
}

/** When an act happens that names a time; undefined where it names none. Throws ClockError beyond the published calendars. */
export function targetOf(
  run: Run,
  { at, after }: { at?: string | undefined; after?: string | undefined },
): Date | undefined {
  if (at !== undefined) return instantOfLocal(at);
  return after === undefined ? undefined : later(run, after);
}

function later(run: Run, after: string): Date {
  const now = run.stage.time.now();
  const [count, unit] = after.split(' ');
  if (unit !== 'workday')
    return new Date(now.getTime() + Number(count) * milliseconds[unit as keyof typeof milliseconds]);
  const day = addWorkdays(shanghaiDay(now), Number(count), run.stage.app.calendar.calendar);
  return instantOfLocal(`${day} ${shanghaiTime(now).slice(11)}`);
}

/** The first moment from now on at which a timer, a clock or the outbox of the scenario's cases does something. */
async function nextMoment(run: Run): Promise<Date | undefined> {
  const subjects = await casesOf(run);
  const moments = await momentsOf(run, subjects);
  for (const { state, nextAttemptAt } of await owedBy(
    run,
    subjects.map(({ _id }) => _id),
  ))
    if (state === 'pending') moments.push(nextAttemptAt);
  return earliest(moments);
}

/** The first moment from now on at which a timer or a clock of the cases does something, as people see it. */
export async function nextDeadline(run: Run): Promise<Date | undefined> {
  return earliest(await momentsOf(run, await casesOf(run)));
}

async function momentsOf(run: Run, subjects: readonly CaseDocument[]): Promise<Date[]> {
  const { timers } = run.stage;
  const moments = [...(await clockMoments(run, subjects)), ...(await givenMoments(run, subjects))];
  for (const { definitionId, engine } of subjects) {
    if (engine.processInstanceId === undefined || engine.state === 'ended') continue;
    const jobs = await timers.waiting(definitionId, engine.processInstanceId);
    moments.push(...jobs.flatMap(({ dueAt }) => dueAt ?? []));
  }
  return moments;
}

function earliest(moments: Date[]): Date | undefined {
  return moments.sort((a, b) => a.getTime() - b.getTime())[0];
}
