import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { ClockSummary } from '../cases/model.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import { caseDates } from './caseDates.ts';

/** Commands that bring the process to timers: they carry the dates that hold from now on. */
const carriers: ReadonlySet<string> = new Set(['startCase', 'completeTask', 'migrateCase']);

/**
 * Owes the engine the dates that this change has moved, behind whatever else the change owes it: variables that timers of
 * the process wait for, and the dates of open tasks. Owes nothing where the process names no date and no open task shows one
 * that has changed, so that an ordinary step costs nothing.
 */
export async function oweDates(
  app: AppContext,
  change: CaseChange,
  before: {
    packVersion: number;
    migration: string | undefined;
    clock: ClockSummary | undefined;
    entries: readonly OutboxDocument[];
  },
): Promise<void> {
  const { subject, clocks } = change;
  const { state } = subject.engine;
  if (state !== 'pending' && state !== 'started') return;
  const owed = before.entries.filter(({ destination }) => destination === 'engine');
  if (owed.some(({ type }) => type === 'cancelCase')) return;
  const commands = owed.filter(({ type }) => carriers.has(type));
  const starting = owed.some(({ type }) => type === 'startCase');
  // One that was sent elsewhere begins its step anew.
  const routed = owed.some(({ type }) => type === 'routeTask');
  const moving = subject.packVersion !== before.packVersion || subject.migration?.id !== before.migration;
  if (!clocks.changed && !starting && !moving && !routed) return;

  const variables = await movedVariables(app, change, commands);
  // What is being started gets both with its start.
  if (starting) return;
  const tasks = routed || (await tasksMoved(change, before.clock));
  if (variables === undefined && !tasks) return;
  change.outbox({
    destination: 'engine',
    type: 'setDates',
    payload: { ...(variables === undefined ? {} : { variables }), ...(tasks ? { tasks } : {}) },
  });
}

/** The dates for the process, put on the case and on the commands that go before; undefined where none has moved. */
async function movedVariables(
  app: AppContext,
  { subject, clocks }: CaseChange,
  commands: readonly OutboxDocument[],
): Promise<Record<string, string> | undefined> {
  const version = subject.migration?.to ?? subject.packVersion;
  const names = (await app.packs.version(subject.packCode, version)).clockNames;
  if (names.length === 0) {
    delete subject.engineDates;
    return undefined;
  }
  const dates = caseDates(names, await clocks.all(), app.calendar.calendar);
  const moves = names.some((name) => subject.engineDates?.[name] !== dates[name]);
  for (const command of commands) {
    const given = command.payload['variables'] as Record<string, unknown>;
    if (moves || command.type !== 'completeTask') command.payload['variables'] = { ...given, ...dates };
  }
  // A migration has not happened yet: what it moves is owed when it has.
  if (!moves || version !== subject.packVersion) return undefined;
  subject.engineDates = dates;
  return { ...dates };
}

/** Whether the dates of a task that people can still work on may be others than before. */
async function tasksMoved(change: CaseChange, before: ClockSummary | undefined): Promise<boolean> {
  const { subject, clocks } = change;
  const asText = (clock: ClockSummary | undefined) =>
    clock?.state === 'running' ? `${clock.dueAt.toISOString()} ${clock.yellowAt?.toISOString()}` : '';
  if (!clocks.stepsMoved && asText(subject.clock) === asText(before)) return false;
  return (await clocks.openTasks()).some(({ state }) => state !== 'completing');
}
