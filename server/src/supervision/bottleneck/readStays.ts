import { type DueLimit, hasDue, lightOf, parseLimit, workdaysUsed } from '@onewindow/clocks';
import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import { clockInputOf } from '../../clocks/clockInputOf.ts';
import type { ClockDocument } from '../../clocks/model.ts';
import type { TaskDocument } from '../../inbox/model.ts';
import { readBackwards } from '../../store/readBackwards.ts';

/** A stay at a step that has ended. */
export interface StepStay {
  caseId: string;
  caseNo: string;
  stepKey: string;
  departmentId: string;
  from: Date;
  to: Date;
  /** In the unit that the step is measured by (`measureOf`), pauses left out. */
  used: number;
  /** It ended after its clock was due. */
  late: boolean;
}

const day = 86_400_000;
/** Cases whose clocks are read together. */
const batch = 200;

/** How long a stay is told: working days, or minutes where the limit itself counts hours or minutes. */
export type StayUnit = 'workday' | 'minute';

export function measureOf(limit: string | undefined): { unit: StayUnit; limit: number | null } {
  const parsed = limit === undefined ? undefined : parseLimit(limit);
  if (parsed === undefined || !hasDue(parsed)) return { unit: 'workday', limit: null };
  return { unit: unitOf(parsed), limit: comparable(parsed) };
}

function unitOf(limit: DueLimit): StayUnit {
  return limit.unit === 'hour' || limit.unit === 'minute' || limit.unit === 'workhour' ? 'minute' : 'workday';
}

/** The limit in that unit; null where it counts otherwise (calendar days, months, working hours). */
function comparable(limit: DueLimit): number | null {
  if (!('value' in limit)) return null;
  if (limit.unit === 'workday' || limit.unit === 'minute') return limit.value;
  return limit.unit === 'hour' ? limit.value * 60 : null;
}

/**
 * The latest stays at the steps of an item, at most so many: from the arrival of a task to its end, measured by the step's own
 * clock. A step without a clock is measured by the days of its task.
 */
export async function readStays(options: {
  app: AppContext;
  packCode: string;
  departmentId?: string | undefined;
  most: number;
}): Promise<StepStay[]> {
  const { app, packCode, departmentId, most } = options;
  const { tenant } = app;
  const found = await readBackwards<TaskDocument>({
    before: new Date(app.time.now().getTime() + 1),
    firstSpan: 30 * day,
    count: most,
    read: async (after, before) => {
      const tasks = (await app.models.tasks
        .find({ tenant, packCode, endedAt: trusted({ $gt: after, $lt: before }) })
        .lean()) as TaskDocument[];
      return tasks.filter(
        (task) => !task.active && (departmentId ?? task.departmentId) === task.departmentId,
      );
    },
    compare: (one, other) => Number(other.endedAt) - Number(one.endedAt) || (one._id < other._id ? -1 : 1),
  });
  const tasks = found.slice(0, most);
  const clocks = await clocksOf(app, tasks);
  return tasks.flatMap((task) => {
    const clock = clocks.get(task._id);
    // What was cut short by the end of its case (withdrawn, taken back) says nothing about the step.
    return clock?.state === 'ended' ? [] : [stayOf(app, task, clock)];
  });
}

async function clocksOf(
  app: AppContext,
  tasks: readonly TaskDocument[],
): Promise<ReadonlyMap<string, ClockDocument>> {
  const caseIds = [...new Set(tasks.map(({ caseId }) => caseId))];
  const byTask = new Map<string, ClockDocument>();
  for (let at = 0; at < caseIds.length; at += batch) {
    const read = (await app.models.clocks
      .find({ tenant: app.tenant, caseId: trusted({ $in: caseIds.slice(at, at + batch) }) })
      .lean()) as ClockDocument[];
    for (const clock of read) if (clock.taskId !== undefined) byTask.set(clock.taskId, clock);
  }
  return byTask;
}

function stayOf(app: AppContext, task: TaskDocument, clock: ClockDocument | undefined): StepStay {
  const { caseId, caseNo, stepKey, departmentId, createdAt } = task;
  const to = task.endedAt ?? createdAt;
  const about = { caseId, caseNo, stepKey, departmentId, from: createdAt, to };
  const { calendar } = app.calendar;
  if (clock === undefined) {
    const whole = { limit: { unit: 'immediate' }, startAt: createdAt, pauses: [], extensions: [] } as const;
    return { ...about, used: workdaysUsed(whole as never, calendar, to), late: false };
  }
  const input = clockInputOf(clock);
  const late = lightOf({ ...input, stoppedAt: to }, calendar, to).light === 'doneLate';
  const { unit } = measureOf(clock.limit);
  const used = unit === 'workday' ? workdaysUsed(input, calendar, to) : minutesOf(clock, createdAt, to);
  return { ...about, used, late };
}

function minutesOf({ pauses }: Pick<ClockDocument, 'pauses'>, from: Date, to: Date): number {
  const between = (start: Date, end: Date) =>
    Math.max(0, Math.min(end.getTime(), to.getTime()) - Math.max(start.getTime(), from.getTime()));
  const paused = pauses.reduce((sum, pause) => sum + between(pause.from, pause.to ?? to), 0);
  return Math.round((to.getTime() - from.getTime() - paused) / 60_000);
}
