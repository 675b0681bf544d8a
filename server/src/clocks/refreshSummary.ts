import { lightOf } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { ClockSummary } from '../cases/model.ts';
import { taskSortKey } from '../inbox/model.ts';
import { clockInputOf } from './clockInputOf.ts';
import type { ClockDocument, ClockKind } from './model.ts';

/** Which clock people look at, most telling first. */
const order: readonly ClockKind[] = ['promised', 'statutory', 'acceptance', 'delivery'];

/** A task without any clock sorts last. */
export const farFuture = new Date('9999-12-31T00:00:00Z');

/**
 * Puts the clock that matters now on the case and its open tasks, in the same transaction as the change.
 * `fresh` are clocks written in this transaction, which win over what is read.
 */
export async function refreshSummary(
  app: AppContext,
  change: CaseChange,
  fresh: readonly ClockDocument[] = [],
): Promise<void> {
  const { subject, session } = change;
  const stored = (await app.models.clocks
    .find({ tenant: app.tenant, caseId: subject._id }, null, { session })
    .lean()) as ClockDocument[];
  const clocks = new Map([...stored, ...fresh].map((clock) => [clock._id, clock]));
  const main = [...clocks.values()].filter((clock) => order.includes(clock.kind));
  const open = main.filter((clock) => clock.state === 'running' || clock.state === 'paused');
  const shown = pick(open) ?? pick(main.filter((clock) => clock.kind !== 'acceptance')) ?? pick(main);
  if (shown === undefined) {
    delete subject.clock;
    return;
  }
  subject.clock = summaryOf(app, shown, change.now);
  const live = shown.state === 'running' || shown.state === 'paused';
  const dueAt = live ? shown.dueAt : farFuture;
  const tasks = await app.models.tasks
    .find({ tenant: app.tenant, caseId: subject._id, active: true }, { _id: 1 }, { session })
    .lean();
  for (const task of tasks) {
    await app.models.tasks.updateOne(
      { _id: task._id },
      {
        $set: {
          dueAt,
          sortKey: taskSortKey(dueAt, task._id),
          paused: shown.state === 'paused',
          ...(shown.yellowAt === undefined ? {} : { yellowAt: shown.yellowAt }),
        },
      },
      { session },
    );
  }
}

function summaryOf(app: AppContext, clock: ClockDocument, now: Date): ClockSummary {
  const state =
    clock.state === 'stopped'
      ? lightOf(clockInputOf(clock), app.calendar.calendar, now).light === 'doneLate'
        ? 'doneLate'
        : 'doneOnTime'
      : clock.state;
  return { kind: clock.kind, dueAt: clock.dueAt, yellowAt: clock.yellowAt ?? null, state };
}

function pick(clocks: readonly ClockDocument[]): ClockDocument | undefined {
  for (const kind of order) {
    const found = clocks
      .filter((clock) => clock.kind === kind)
      .sort((a, b) => b.startAt.getTime() - a.startAt.getTime())[0];
    if (found !== undefined) return found;
  }
  return undefined;
}
