import { listWritableKeys, validateSubmission } from '@onewindow/forms';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { AppError } from '../errors/appError.ts';
import { filesOfTask } from '../files/knownFiles.ts';
import type { Actor } from '../identity/actor.ts';
import { requireHeld } from '../inbox/claimTask.ts';
import { prefillOf } from '../inbox/prefillOf.ts';
import { readTask } from '../inbox/taskScope.ts';
import { formInvalid } from '../intake/applyIntakeEdit.ts';
import { unusedGrace } from '../store/fileStore.ts';
import { isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import type { StepDraftDocument } from './model.ts';

/**
 * Keeps what whoever holds a task has filled in so far, complete or not. `expected` is the version that was edited,
 * undefined for the first save; `packVersion` the one whose form is on the screen. It changes nothing of the case.
 * Throws AppError `notFound`, `taskNotClaimed`, `taskClaimedByOther`, `taskEnded`, `formInvalid` (wrong kind or size),
 * `stepFormChanged` (the case has moved to another version), `versionConflict` (saved elsewhere meanwhile).
 */
export async function saveStepDraft(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  formData: Record<string, unknown>;
  packVersion: number;
  expected: number | undefined;
}): Promise<{ version: number; savedAt: Date }> {
  const { app, actor, taskId, packVersion, expected } = input;
  const { tenant } = app;
  const task = await readTask(app, actor, taskId);
  requireHeld(task, actor);
  const subject = (await app.models.cases
    .findOne({ _id: task.caseId, tenant })
    .lean()) as CaseDocument | null;
  if (subject === null) throw new AppError('notFound');
  if (subject.packVersion !== packVersion) throw new AppError('stepFormChanged');
  const loaded = await app.packs.version(subject.packCode, packVersion);
  const step = loaded.step(task.stepKey);
  const form = loaded.form(step.form);
  const checked = await validateSubmission({
    form,
    data: input.formData,
    mode: 'draft',
    locale: 'zh-CN',
    writableKeys: listWritableKeys(form),
    stored: await prefillOf(app, subject, step, task.stepKey),
    knownFiles: await filesOfTask(app, taskId),
  });
  if (!checked.ok) throw formInvalid(checked.errors);
  const savedAt = app.time.now();
  const sweepAt = new Date(savedAt.getTime() + unusedGrace);
  const owner = { tenant, taskId, userId: actor.id };
  const { stepDrafts } = app.models;
  if (expected === undefined) {
    const _id = newId();
    const sealedData = app.cipher.seal(checked.data, _id);
    const draft: StepDraftDocument = {
      _id,
      schemaVersion: 1,
      ...owner,
      caseId: task.caseId,
      packVersion,
      sealedData,
      version: 1,
      savedAt,
      sweepAt,
    };
    try {
      await stepDrafts.insertMany([draft]);
    } catch (error) {
      if (isDuplicateKey(error)) throw new AppError('versionConflict');
      throw error;
    }
    return { version: 1, savedAt };
  }
  const before = await stepDrafts.findOne(owner, { version: 1 }).lean();
  if (before === null || before.version !== expected) throw new AppError('versionConflict');
  const version = expected + 1;
  const saved = await stepDrafts.updateOne(
    { _id: before._id, version: expected },
    {
      $set: { packVersion, sealedData: app.cipher.seal(checked.data, before._id), version, savedAt, sweepAt },
    },
  );
  if (saved.modifiedCount !== 1) throw new AppError('versionConflict');
  return { version, savedAt };
}
