import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { TaskDocument } from '../inbox/model.ts';
import type { MigrationDocument } from './model.ts';
import { moveClocks } from './moveClocks.ts';
import { planClocks } from './planClocks.ts';
import type { PlannedPair } from './planPair.ts';

/**
 * Puts a case onto the new version, in the case's transaction: everything that is pinned, the open tasks as the new version
 * names them (they stay with their department), the clocks, the event. What was filled in keeps the version of its form.
 */
export async function moveCase(options: {
  app: AppContext;
  change: CaseChange;
  migration: MigrationDocument;
  pair: Pick<PlannedPair, 'after'>;
}): Promise<void> {
  const { app, change, migration, pair } = options;
  const { subject, session, now } = change;
  const { after } = pair;
  subject.packVersion = after.version;
  subject.definitionId = after.definitionId;
  subject.itemName = after.pack.name;
  delete subject.migration;
  if (after.pack.limits.variants?.every(({ key }) => key !== subject.limitVariant) !== false)
    delete subject.limitVariant;
  const held = new Set(subject.materials.map(({ key }) => key));
  const wanted = after.operation(subject.operation).materials.filter((key) => !held.has(key));
  subject.materials = [...subject.materials, ...wanted.map((key) => ({ key, files: [] }))];
  await reopenApplication(options);
  const tasks = await renameTasks(options);
  const clocks = await change.clocks.all();
  const { limits } = migration;
  const { moves } = await planClocks({ app, subject, after, clocks, tasks, limits, now });
  await moveClocks({ app, change, moves, tasks: tasks.map(({ task }) => task) });
  const { from, to, note } = migration;
  change.event('caseMigrated', { from, to, note });
  await app.models.caseMigrations.updateOne(
    { tenant: app.tenant, migrationId: migration._id, caseId: subject._id },
    { $set: { state: 'moved', at: now }, $unset: { reason: 1 } },
    { session },
  );
}

/** An application that is not accepted yet may still be corrected: on the new form. */
async function reopenApplication({ app, change, pair }: Parameters<typeof moveCase>[0]): Promise<void> {
  const { subject, session } = change;
  if (subject.state !== 'received' && subject.state !== 'supplementing') return;
  const { intakeForm } = pair.after.operation(subject.operation);
  await app.models.submissions.updateOne(
    { tenant: app.tenant, caseId: subject._id, stepKey: 'intake' },
    { $set: { packVersion: pair.after.version, formPath: intakeForm } },
    { session },
  );
}

async function renameTasks({
  app,
  change,
  migration,
  pair,
}: Parameters<typeof moveCase>[0]): Promise<{ task: TaskDocument; step: string }[]> {
  const { subject, session } = change;
  const target = new Map(
    migration.plan.instructions.map(({ sourceActivityIds: [from], targetActivityIds: [to] }) => [from, to]),
  );
  const open = (await app.models.tasks
    .find({ tenant: app.tenant, caseId: subject._id, active: true }, null, { session })
    .lean()) as TaskDocument[];
  const renamed: { task: TaskDocument; step: string }[] = [];
  for (const task of open) {
    const key = target.get(task.stepKey);
    const step = key === undefined ? undefined : pair.after.pack.steps[key];
    // One that has come meanwhile is of the new version already.
    if (key === undefined || step === undefined) continue;
    renamed.push({ task, step: key });
    await app.models.tasks.updateOne(
      { _id: task._id },
      {
        $set: {
          stepKey: key,
          stepName: step.name,
          batch: step.batch,
          decision: step.decision,
          itemName: subject.itemName,
        },
      },
      { session },
    );
  }
  return renamed;
}
