import { setTimeout as pause } from 'node:timers/promises';
import { inLanes } from '../app/inLanes.ts';
import type { CaseDocument } from '../cases/model.ts';
import { sweepChecks } from '../checks/sweepChecks.ts';
import { sweepClocks } from '../clocks/sweepClocks.ts';
import { refreshCase } from '../engineLink/refreshCase.ts';
import { destinations } from '../outbox/deliverNow.ts';
import { type Destinations, deliverDue, deliverStream } from '../outbox/deliverOutbox.ts';
import type { OutboxDocument } from '../outbox/model.ts';
import { sweepPayments } from '../payment/sweepPayments.ts';
import { failure, type Place } from './failure.ts';
import { type Run, ScenarioOver } from './run.ts';
import { casesOf } from './themeActs.ts';
import { clockMoments, givenMoments, owedBy } from './workWaiting.ts';

/** Seconds after which work that does not end counts as failed. */
const patience = 60;

/** Documents are drawn when the scenario is over (`drawDocuments`). */
export const withoutDrawing: Destinations = { ...destinations, documents: () => Promise.resolve() };

/**
 * Lets everything happen that happens by itself at this moment: outbox, clocks, jobs of the engine, automatic tasks.
 * Returns when nothing is left to do but for people and later times, with the scenario's cases as they are then.
 * Throws ScenarioOver when an automatic task fails or work does not end.
 */
export async function settle(run: Run, path: Place): Promise<readonly CaseDocument[]> {
  const end = performance.now() + patience * 1000;
  for (;;) {
    const { waiting, subjects } = await round(run, path);
    if (waiting === undefined) return subjects;
    if (performance.now() > end) {
      run.fail(path, failure('neverQuiet', { seconds: patience, waiting: waiting.join(', ') }));
      throw new ScenarioOver();
    }
    if (waiting.length > 0) await pause(15);
  }
}

interface Round {
  /** What is waited for; empty where there is another round at once, undefined when all is quiet. */
  readonly waiting: readonly string[] | undefined;
  readonly subjects: readonly CaseDocument[];
}

/** Does what is to be done now, and only looks for it where the scenario's cases have something. */
async function round(run: Run, path: Place): Promise<Round> {
  const { app } = run.stage;
  const subjects = await casesOf(run);
  const again = { waiting: [], subjects };
  const now = app.time.now();
  const ids = subjects.map(({ _id }) => _id);
  let owed = await owedBy(run, ids);
  const due = owed.filter(({ state, nextAttemptAt }) => state === 'pending' && nextAttemptAt <= now);
  if (due.length > 0) {
    if (await deliver(run, due)) return again;
    const left = await owedBy(run, ids);
    // What is under a lease that time, standing still, does not end is not waited for, but for commands to the engine.
    if (progressOf(left) !== progressOf(owed)) return again;
    owed = left;
  }
  if (run.stage.sideBySide !== true) {
    const clocks = await clockMoments(run, subjects);
    if (clocks.some((moment) => moment <= now) && (await sweepClocks(app)) > 0) return again;
  }
  const given = await givenMoments(run, subjects);
  if (given.some((moment) => moment <= now) && (await sweepChecks(app)) + (await sweepPayments(app)) > 0)
    return again;
  const waiting: string[] = [];
  let isShown = true;
  for (const subject of subjects) {
    const work = await workOf(run, path, subject, owed);
    waiting.push(...work.waiting);
    isShown &&= work.isShown;
  }
  if (waiting.length > 0) return { waiting, subjects };
  return { waiting: undefined, subjects: isShown ? subjects : await casesOf(run) };
}

/** Delivers what is due, of other cases too unless these are played side by side; true where something of it is known to be done. */
async function deliver(run: Run, due: readonly OutboxDocument[]): Promise<boolean> {
  const { app, sideBySide } = run.stage;
  if (sideBySide !== true) {
    await deliverDue({ app, destinations: withoutDrawing });
    return false;
  }
  const streams = [...new Set(due.map(({ stream }) => stream))];
  const delivered = await inLanes(streams, streams.length, (stream) =>
    deliverStream({ app, destinations: withoutDrawing, stream }),
  );
  return delivered.some((count) => count > 0);
}

function progressOf(entries: readonly OutboxDocument[]): string {
  return entries.map(({ _id, fence, state }) => `${_id} ${fence} ${state}`).join();
}

/** Runs the jobs that are due and names what is still at work; brings the task view in line when nothing is. */
async function workOf(
  run: Run,
  path: Place,
  subject: CaseDocument,
  entries: readonly OutboxDocument[],
): Promise<{ waiting: string[]; isShown: boolean }> {
  const { app, timers } = run.stage;
  const { processInstanceId } = subject.engine;
  const owed = commandsOwed(run, path, entries, subject._id);
  if (processInstanceId === undefined || subject.engine.state === 'ended')
    return { waiting: owed, isShown: true };
  const now = app.time.now();
  const due = (await timers.waiting(subject.definitionId, processInstanceId)).filter(
    ({ dueAt }) => dueAt === undefined || dueAt <= now,
  );
  for (const { id } of due) await app.engine.executeJob(id);
  const tasks = await app.engine.listExternalTasks({ processInstanceId });
  for (const task of tasks) {
    if (task.retries !== 0) continue;
    run.fail(path, failure('workFailed', { activity: task.activityId, message: task.errorMessage ?? '' }));
    throw new ScenarioOver();
  }
  const left = [
    ...owed,
    ...due.map(() => 'job'),
    ...tasks.map(
      ({ activityId, topicName, errorMessage }) => `${activityId} (${topicName}) ${errorMessage ?? ''}`,
    ),
  ];
  const isShown = left.length > 0 || (await showTasks(run, subject._id, processInstanceId));
  return { waiting: left, isShown };
}

/** Commands that the engine has not taken yet. Throws ScenarioOver when it never will. */
function commandsOwed(run: Run, path: Place, entries: readonly OutboxDocument[], caseId: string): string[] {
  const own = entries.filter(({ stream }) => stream === `${caseId}:engine`);
  for (const { state, type, lastError } of own) {
    if (state !== 'parked') continue;
    run.fail(path, failure('workFailed', { activity: type, message: lastError ?? '' }));
    throw new ScenarioOver();
  }
  return own.map(({ type, lastError }) => `${type} ${lastError ?? ''}`);
}

/** Brings the task view in line with the engine where they differ, as the history sync does; true where they did not. */
async function showTasks(run: Run, caseId: string, processInstanceId: string): Promise<boolean> {
  const { app } = run.stage;
  const [engine, shown] = await Promise.all([
    app.engine.listTasks({ processInstanceId }),
    app.models.tasks.find({ tenant: app.tenant, caseId, active: true }, { _id: 1 }).lean(),
  ]);
  const ids = (list: string[]) => list.sort().join();
  if (engine.length > 0 && ids(engine.map(({ id }) => id)) === ids(shown.map(({ _id }) => _id))) return true;
  await refreshCase({ app, caseId, processInstanceId, actorName: 'historySync' });
  return false;
}
