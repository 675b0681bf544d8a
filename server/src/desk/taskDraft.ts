import { listWritableKeys, validateSubmission } from '@onewindow/forms';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { knownFilesOf } from '../files/knownFiles.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { prefillOf } from '../inbox/prefillOf.ts';
import { formInvalid } from '../intake/applyIntakeEdit.ts';
import type { DeskTask } from './deskTask.ts';

/** Keeps what was filled in for a task that is not completed yet. Throws AppError `formInvalid` for what is no form at all. */
export async function saveDraft(options: {
  app: AppContext;
  change: CaseChange;
  desk: DeskTask;
  formData: Record<string, unknown>;
}): Promise<void> {
  const { app, change, desk, formData } = options;
  const { task, subject, loaded } = desk;
  const step = loaded.step(task.stepKey);
  const form = loaded.form(step.form);
  const checked = await validateSubmission({
    form,
    data: formData,
    mode: 'draft',
    locale: 'zh-CN',
    writableKeys: listWritableKeys(form),
    stored: await prefillOf(app, subject, step, task.stepKey),
    knownFiles: await knownFilesOf(app, task),
  });
  if (!checked.ok) throw formInvalid(checked.errors);
  const { session } = change;
  await app.models.taskDrafts.deleteOne({ _id: task._id, tenant: app.tenant }, { session });
  const sealedData = app.cipher.seal(checked.data, task._id);
  await app.models.taskDrafts.insertMany(
    [
      {
        _id: task._id,
        schemaVersion: 1,
        tenant: app.tenant,
        caseId: task.caseId,
        sealedData,
        at: change.now,
      },
    ],
    { session },
  );
}

/** What was kept for a task; nothing when there is none. */
export async function draftOf(
  app: AppContext,
  task: Pick<TaskDocument, '_id'>,
): Promise<Record<string, unknown>> {
  const draft = await app.models.taskDrafts.findOne({ _id: task._id, tenant: app.tenant }).lean();
  return draft === null ? {} : app.cipher.open<Record<string, unknown>>(draft.sealedData, draft._id);
}
