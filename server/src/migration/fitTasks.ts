import { findFileField, listFields, listWritableKeys } from '@onewindow/forms';
import { type MigrationFinding, migrationFinding } from '@onewindow/processes/migration';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { prefillOf } from '../inbox/prefillOf.ts';
import type { PlannedPair } from './planPair.ts';

/** What the new version's forms have against the open tasks of a case: what only the case can fill in, files uploaded already. */
export async function fitTasks(options: {
  app: AppContext;
  subject: CaseDocument;
  pair: PlannedPair;
  tasks: readonly TaskDocument[];
  /** Step of the new version that a step of the old one goes on as. */
  target: (stepKey: string) => string | undefined;
}): Promise<MigrationFinding[]> {
  const { app, subject, pair, tasks, target } = options;
  const found: MigrationFinding[] = [];
  for (const task of tasks) {
    const key = target(task.stepKey);
    const step = key === undefined ? undefined : pair.after.pack.steps[key];
    if (key === undefined || step === undefined) continue;
    const form = pair.after.form(step.form);
    const moved = { ...subject, packVersion: pair.after.version };
    const filled = await prefillOf(app, moved, step, key);
    const writable = new Set(listWritableKeys(form));
    for (const field of listFields(form)) {
      const own = field.path === field.key && field.required && !writable.has(field.key);
      if (own && (filled[field.key] === undefined || filled[field.key] === ''))
        found.push(migrationFinding('prefillMissing', { name: step.name, field: field.label }, key));
    }
    const files = await app.models.stepFiles.find({ tenant: app.tenant, taskId: task._id }).lean();
    for (const field of new Set(files.map((file) => file.field)))
      if (findFileField(form, field) === undefined)
        found.push(migrationFinding('fileFieldGone', { name: step.name, field }, key));
  }
  return found;
}
