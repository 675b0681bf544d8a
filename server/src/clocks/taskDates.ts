import { computeDue, hasDue, lightSchedule } from '@onewindow/clocks';
import { type DatesByStep, type TaskDates, toMilliseconds } from '@onewindow/engine';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument, ClockSummary } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { ClockDocument } from './model.ts';

type Turning = Pick<ClockDocument, 'dueAt' | 'yellowAt'>;

/**
 * Dates of a task in the engine: due when the first of its step's clock and the case's is due, followed up when that light
 * turns yellow. A clock that does not run gives none.
 */
export function taskDates(
  step: (Turning & Pick<ClockDocument, 'state'>) | undefined,
  ofCase: ClockSummary | undefined,
): TaskDates {
  const running: Turning[] = [];
  if (step?.state === 'running') running.push(step);
  if (ofCase?.state === 'running')
    running.push({ dueAt: ofCase.dueAt, ...(ofCase.yellowAt == null ? {} : { yellowAt: ofCase.yellowAt }) });
  const [first] = running.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  return { due: first?.dueAt.toISOString() ?? null, followUp: first?.yellowAt?.toISOString() ?? null };
}

/** Whether dates told by an engine, in any form of ISO 8601, are these. */
export function areDates(told: TaskDates, wanted: TaskDates): boolean {
  return sameInstant(told.due, wanted.due) && sameInstant(told.followUp, wanted.followUp);
}

function sameInstant(told: string | null, wanted: string | null): boolean {
  if (told === null || wanted === null) return told === wanted;
  return toMilliseconds(told) === toMilliseconds(wanted);
}

/** Steps of a version that begin in one minute, by calendar: a busy minute starts hundreds of tasks. */
const reckoned = new WeakMap<LoadedPack, { at: string; steps: ReadonlyMap<string, Turning> }>();

/**
 * The dates that tasks of a case would have which came into being now, by step: given along with a command, so that the
 * engine inserts its next tasks with them.
 */
export async function datesOfSteps(app: AppContext, subject: CaseDocument): Promise<DatesByStep> {
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const steps = stepsFromNow(app, loaded);
  return Object.fromEntries(
    Object.keys(loaded.pack.steps).map((key) => {
      const step = steps.get(key);
      return [key, taskDates(step === undefined ? undefined : { ...step, state: 'running' }, subject.clock)];
    }),
  );
}

function stepsFromNow({ time, calendar }: AppContext, loaded: LoadedPack): ReadonlyMap<string, Turning> {
  const startAt = time.now();
  const at = `${Math.floor(startAt.getTime() / 60_000)} ${calendar.version}`;
  const known = reckoned.get(loaded);
  if (known?.at === at) return known.steps;
  const { steps, limits } = loaded.pack;
  const found = new Map<string, Turning>();
  for (const [key, { limit }] of Object.entries(steps)) {
    if (limit === undefined || !hasDue(limit)) continue;
    const input = {
      kind: 'step' as const,
      limit,
      startAt,
      pauses: [],
      extensions: [],
      ...(limits.yellow === undefined ? {} : { thresholds: limits.yellow }),
    };
    const { yellowAt } = lightSchedule(input, calendar.calendar);
    const { dueAt } = computeDue(input, calendar.calendar, startAt);
    found.set(key, { dueAt, ...(yellowAt === null ? {} : { yellowAt }) });
  }
  reckoned.set(loaded, { at, steps: found });
  return found;
}
