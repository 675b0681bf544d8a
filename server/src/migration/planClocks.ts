import { computeDue, formatLimit, hasDue, type Limit } from '@onewindow/clocks';
import { limitNames, type MigrationFinding, migrationFinding } from '@onewindow/processes/migration';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { chainOf } from '../clocks/chainOf.ts';
import { hoursOf } from '../clocks/hoursOf.ts';
import type { ClockDocument, ClockKind } from '../clocks/model.ts';
import { planClock } from '../clocks/planClock.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { unroutedQueue } from '../unrouted/unroutedQueue.ts';
import type { LimitChoice } from './model.ts';

/** A clock that a migration sets anew. */
export interface ClockMove {
  readonly kind: ClockKind;
  /** The clock that runs; null for one that begins. */
  readonly clockId: string | null;
  /** Task of a step clock. */
  readonly taskId: string | null;
  /** Limit and due instant (ISO 8601) before and after; null where there is none. */
  readonly before: { readonly limit: string; readonly dueAt: string } | null;
  readonly after: { readonly limit: string; readonly cite?: string; readonly dueAt: string } | null;
}

/** Clocks of the law, which stay under what the case was accepted under unless chosen otherwise. */
const legal = ['acceptance', 'statutory', 'promised', 'delivery', 'publication'] as const;

/**
 * Which clocks of a case a migration sets anew, and to what. Step clocks follow the new version, counted from the arrival
 * of the task. Clocks of the law stay; with `shorten` they follow where that ends sooner: a date that the notice of
 * acceptance told the applicant is never put off (Administrative License Law art. 42, 43: an extension is an act of its own).
 */
export async function planClocks(options: {
  app: AppContext;
  subject: CaseDocument;
  after: LoadedPack;
  clocks: readonly ClockDocument[];
  /** Open tasks with the step of the new version. */
  tasks: readonly { task: TaskDocument; step: string }[];
  limits: LimitChoice;
  now: Date;
}): Promise<{ moves: ClockMove[]; findings: MigrationFinding[] }> {
  const { after, subject, clocks, tasks } = options;
  const moves: ClockMove[] = [];
  const findings: MigrationFinding[] = [];
  const running = clocks.filter(({ state }) => state === 'running' || state === 'paused');
  for (const { task, step } of tasks) {
    const clock = running.find(({ kind, taskId }) => kind === 'step' && taskId === task._id);
    const move = await stepMove(options, task, clock, after.step(step).limit);
    if (move !== null) moves.push(move);
  }
  if (options.limits === 'keep') return { moves, findings };
  const limits = after.limitsOf(subject.operation, subject.limitVariant);
  for (const kind of legal) {
    const clock = running.find((entry) => entry.kind === kind);
    const limit = limits[kind];
    if (clock === undefined || limit === undefined || !hasDue(limit)) continue;
    if (formatLimit(limit) === clock.limit) continue;
    const planned = await withLimit(options, clock, limit);
    if (planned.dueAt < clock.dueAt) moves.push(moveOf(clock, planned));
    else if (planned.dueAt > clock.dueAt)
      findings.push(migrationFinding('limitNotPutOff', { name: limitNames[kind], limit: clock.limit }, kind));
  }
  return { moves, findings };
}

/** A clock as it is with another limit: start, pauses and extensions stay. */
export async function withLimit(
  { app, subject, after, now }: { app: AppContext; subject: CaseDocument; after: LoadedPack; now: Date },
  clock: ClockDocument,
  limit: Limit,
): Promise<ClockDocument> {
  const { cite: _cite, ...kept } = structuredClone(clock);
  const planned: ClockDocument = {
    ...kept,
    limit: formatLimit(limit),
    ...(limit.cite === undefined ? {} : { cite: limit.cite }),
  };
  const { chain } = await chainOf(app, { ...subject, packVersion: after.version }, clock.kind);
  planClock(planned, { legal: app.calendar, chain, now });
  return planned;
}

async function stepMove(
  options: Parameters<typeof planClocks>[0],
  task: TaskDocument,
  clock: ClockDocument | undefined,
  limit: Limit | undefined,
): Promise<ClockMove | null> {
  const wanted = limit !== undefined && hasDue(limit) ? limit : undefined;
  if (clock === undefined) {
    // One that no department has yet gets its clock when it is sent to one.
    if (wanted === undefined || task.departmentId === unroutedQueue) return null;
    const { app, now } = options;
    const reckoned = { limit: wanted, startAt: task.createdAt, ...hoursOf(app, task.departmentId) };
    const due = computeDue(reckoned, app.calendar.calendar, now);
    return {
      kind: 'step',
      clockId: null,
      taskId: task._id,
      before: null,
      after: { limit: formatLimit(wanted), dueAt: due.dueAt.toISOString() },
    };
  }
  if (wanted === undefined) return { ...moveOf(clock, clock), after: null };
  if (formatLimit(wanted) === clock.limit) return null;
  return moveOf(clock, await withLimit(options, clock, wanted));
}

function moveOf(clock: ClockDocument, planned: ClockDocument): ClockMove {
  return {
    kind: clock.kind,
    clockId: clock._id,
    taskId: clock.taskId ?? null,
    before: { limit: clock.limit, dueAt: clock.dueAt.toISOString() },
    after: {
      limit: planned.limit,
      ...(planned.cite === undefined ? {} : { cite: planned.cite }),
      dueAt: planned.dueAt.toISOString(),
    },
  };
}
