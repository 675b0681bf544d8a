import { setTimeout as pause } from 'node:timers/promises';
import { sweepClocks } from '../clocks/sweepClocks.ts';
import { refreshCase } from '../engineLink/refreshCase.ts';
import { destinations } from '../outbox/deliverNow.ts';
import { deliverDue } from '../outbox/deliverOutbox.ts';
import { mayWait } from '../outbox/model.ts';
import { failure, type Place } from './failure.ts';
import { caseOf, type Run, ScenarioOver } from './run.ts';

/** Seconds after which work that does not end counts as failed. */
const patience = 30;

/**
 * Lets everything happen that happens by itself at this moment: outbox, clocks, jobs of the engine, automatic tasks;
 * `draw` draws the documents as well. Returns when nothing is left to do but for people and later times.
 * Throws ScenarioOver when an automatic task fails or work does not end.
 */
export async function settle(run: Run, path: Place, options: { draw?: boolean } = {}): Promise<void> {
  const { app } = run.stage;
  const ahead = options.draw === true ? Math.max(...Object.values(mayWait)) : 0;
  const end = performance.now() + patience * 1000;
  for (;;) {
    await deliverDue({ app, destinations, ahead });
    if ((await sweepClocks(app)) > 0) await deliverDue({ app, destinations, ahead });
    const waiting = await workLeft(run, path);
    if (waiting.length === 0) return;
    if (performance.now() > end) {
      run.fail(path, failure('neverQuiet', { seconds: patience, waiting: waiting.join(', ') }));
      throw new ScenarioOver();
    }
    await pause(15);
  }
}

/** Runs the jobs that are due and names what is still at work; brings the task view in line first when nothing is. */
async function workLeft(run: Run, path: Place): Promise<string[]> {
  const { app, timers } = run.stage;
  const subject = await caseOf(run);
  const { processInstanceId } = subject.engine;
  const owed = await app.models.outbox.countDocuments({
    tenant: app.tenant,
    stream: `${subject._id}:engine`,
    state: 'pending',
  });
  if (processInstanceId === undefined) return owed > 0 ? ['outbox'] : [];
  const now = app.time.now();
  const due = (await timers.waiting(subject.definitionId, processInstanceId)).filter(
    ({ dueAt }) => dueAt === undefined || dueAt <= now,
  );
  for (const { id } of due) await app.engine.executeJob(id);
  const tasks = await app.engine.listExternalTasks({ processInstanceId });
  for (const task of tasks) {
    if (task.retries === null || task.errorMessage === null) continue;
    run.fail(path, failure('workFailed', { activity: task.activityId, message: task.errorMessage }));
    throw new ScenarioOver();
  }
  const left = [
    ...(owed > 0 ? ['outbox'] : []),
    ...due.map(() => 'job'),
    ...tasks.map(({ activityId, topicName }) => `${activityId} (${topicName})`),
  ];
  if (left.length === 0 && subject.engine.state !== 'ended')
    await showTasks(run, subject._id, processInstanceId);
  return left;
}

/** Brings the task view in line with the engine where they differ, as the history sync does. */
async function showTasks(run: Run, caseId: string, processInstanceId: string): Promise<void> {
  const { app } = run.stage;
  const [engine, shown] = await Promise.all([
    app.engine.listTasks({ processInstanceId }),
    app.models.tasks.find({ tenant: app.tenant, caseId, active: true }, { _id: 1 }).lean(),
  ]);
  const ids = (list: string[]) => list.sort().join();
  if (engine.length > 0 && ids(engine.map(({ id }) => id)) === ids(shown.map(({ _id }) => _id))) return;
  await refreshCase({ app, caseId, processInstanceId, actorName: 'historySync' });
}
