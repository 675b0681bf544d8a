import { checkFile, describeProblem, findFileField, photoFields } from '@onewindow/forms';
import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { requireSettled } from '../cases/requireSettled.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError } from '../errors/appError.ts';
import type { UploadedFile } from '../http/route.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { requireHeld } from '../inbox/claimTask.ts';
import { readTask } from '../inbox/taskScope.ts';
import { formInvalid } from '../intake/applyIntakeEdit.ts';
import { unusedGrace } from '../store/fileStore.ts';
import { newId } from '../store/newId.ts';
import type { StepFileDocument } from './model.ts';
import { type PhotoFacts, readPhotoFacts } from './readPhotoFacts.ts';

/** Most files that one task may hold, unused ones included. */
const mostFiles = 200;

export interface AttachedStepFile {
  file: StepFileDocument;
  /** What the photograph says of itself, where the form asks for it. */
  photo?: PhotoFacts;
}

/**
 * Takes a file for a field of the step's form, from whoever holds the task. The body is stored before the case knows of
 * it; the form names it by the id handed back, and what no form names is swept.
 * Throws AppError `notFound`, `taskNotClaimed`, `taskClaimedByOther`, `taskEnded`, `fileFieldUnknown`, `formInvalid`
 * (kind or size against the field), `tooManyFiles`, `stateConflict`,
 * `caseMigrating`.
 */
export async function attachStepFile(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  /** Path of the file field, with or without row numbers. */
  field: string;
  upload: UploadedFile;
  /** The same for every try of one request. */
  requestId?: string | undefined;
}): Promise<AttachedStepFile> {
  const { app, actor, taskId, upload } = input;
  const task = await readTask(app, actor, taskId);
  requireHeld(task, actor);
  const field = input.field.replaceAll(/\[\d+\]/g, '');
  const component = await fieldOf(app, task.caseId, task.stepKey, field);
  const name = upload.name.replaceAll(/[\p{Cc}/\\]/gu, '_');
  const about = { name, size: upload.bytes.length, mediaType: upload.mediaType };
  const wrong = checkFile(component, about);
  if (wrong !== null) throw formInvalid([describeProblem(component, field.split('.'), wrong, 'zh-CN')]);
  const { tenant } = app;
  if ((await app.models.stepFiles.countDocuments({ tenant, taskId })) >= mostFiles)
    throw new AppError('tooManyFiles', { params: { limit: mostFiles } });
  const wanted = photoFields(component);
  const photo = Object.keys(wanted).length === 0 ? undefined : await readPhotoFacts(upload.bytes);
  const stored = await app.files.put({ tenant, bytes: upload.bytes, mediaType: upload.mediaType });
  const now = app.time.now();
  const file: StepFileDocument = {
    _id: input.requestId ?? newId(),
    schemaVersion: 1,
    tenant,
    caseId: task.caseId,
    taskId,
    stepKey: task.stepKey,
    field,
    fileId: stored.id,
    ...about,
    sha256: stored.sha256,
    uploadedAt: now,
    uploadedBy: asAuthor(actor),
    sweepAt: new Date(now.getTime() + unusedGrace),
  };
  await changeCase({
    app,
    caseId: task.caseId,
    actor: asEventActor(actor),
    work: async (change) => {
      requireState(change.subject, 'accepted', 'decided');
      requireSettled(change.subject);
      const { session } = change;
      const held = await app.models.tasks
        .findOne({ _id: taskId, state: 'claimed', 'assignee.id': actor.id }, null, { session })
        .lean();
      if (held === null) throw new AppError('taskNotClaimed');
      const known = await app.models.stepFiles.findOne({ _id: file._id }, null, { session }).lean();
      if (known !== null) return;
      await app.models.stepFiles.insertMany([file], { session });
      change.event('stepFileAttached', { step: task.stepKey, sha256: file.sha256, size: file.size });
    },
  });
  return { file, ...(photo === undefined ? {} : { photo }) };
}

async function fieldOf(app: AppContext, caseId: string, stepKey: string, field: string) {
  const subject = await app.models.cases.findOne({ _id: caseId, tenant: app.tenant }).lean();
  if (subject === null) throw new AppError('notFound');
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const component = findFileField(loaded.form(loaded.step(stepKey).form), field);
  if (component === undefined) throw new AppError('fileFieldUnknown', { params: { field } });
  return component;
}
