import { listWritableKeys, validateSubmission } from '@onewindow/forms';
import type { AppContext } from '../app/appContext.ts';
import { type Changed, changeCase } from '../cases/changeCase.ts';
import { requireState } from '../cases/requireState.ts';
import { requireColleague } from '../desk/colleaguesOf.ts';
import { changeTask, readDeskTask } from '../desk/deskTask.ts';
import { requireNotDelegated } from '../desk/requireInHand.ts';
import { AppError } from '../errors/appError.ts';
import { knownFilesOf } from '../files/knownFiles.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { requireHeld } from '../inbox/claimTask.ts';
import { prefillOf } from '../inbox/prefillOf.ts';
import { formInvalid } from '../intake/applyIntakeEdit.ts';
import type { CosignMode } from './cosignState.ts';
import type { CosignDocument } from './model.ts';
import { requireNoneOpen } from './requireNoneOpen.ts';

/**
 * Asks named colleagues to sign what the owner of a task is about to submit: the outcome and the complete form. Until the
 * quorum agrees the task is not completed, and then only with what was signed.
 * Throws AppError `cosignSigners`, `cosignDuplicate`, `colleagueUnknown`, `formInvalid`, `outcomeUnknown`, `taskDelegated`,
 * `taskReserved`, `taskNotClaimed`, `taskClaimedByOther`, `taskEnded`, `notFound`.
 */
export async function startCosign(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  /** Id of the co-signing, the same for every try. */
  requestId: string;
  outcome: string;
  formData: Record<string, unknown>;
  mode: CosignMode;
  quorum: number;
  signers: readonly string[];
  note: string;
}): Promise<Changed<void>> {
  const { app, actor, taskId, requestId, mode, note } = input;
  const { task, subject: seen, loaded } = await readDeskTask(app, actor, taskId);
  requireHeld(task, actor);
  if (task.reserved === true) throw new AppError('taskReserved');
  requireNotDelegated(task);
  const step = loaded.step(task.stepKey);
  const ids = [...new Set(input.signers)];
  const quorum = mode === 'anyOf' ? input.quorum : ids.length;
  if (ids.length === 0 || ids.includes(actor.id) || quorum < 1 || quorum > ids.length)
    throw new AppError('cosignSigners');
  const people = await Promise.all(
    ids.map((id) => requireColleague(app, { departmentId: task.departmentId, role: task.role }, id)),
  );
  const outcome = step.outcomes.find(({ key }) => key === input.outcome);
  if (outcome === undefined) throw new AppError('outcomeUnknown', { params: { outcome: input.outcome } });
  const form = loaded.form(step.form);
  const checked = await validateSubmission({
    form,
    data: input.formData,
    mode: 'submit',
    locale: 'zh-CN',
    writableKeys: listWritableKeys(form),
    stored: await prefillOf(app, seen, step, task.stepKey),
    knownFiles: await knownFilesOf(app, task),
  });
  if (!checked.ok) throw formInvalid(checked.errors);
  return changeCase({
    app,
    caseId: task.caseId,
    actor: asEventActor(actor),
    work: async (change) => {
      const { now, session, subject } = change;
      requireState(subject, 'accepted');
      await changeTask(app, change, task, { set: { state: 'claimed' } });
      await requireNoneOpen(app, change, taskId);
      const cosign: CosignDocument = {
        _id: requestId,
        schemaVersion: 1,
        tenant: app.tenant,
        caseId: task.caseId,
        caseNo: task.caseNo,
        itemName: task.itemName,
        taskId,
        stepKey: task.stepKey,
        stepName: task.stepName,
        departmentId: task.departmentId,
        outcome: outcome.key,
        packVersion: loaded.version,
        sealedData: app.cipher.seal(checked.data, requestId),
        mode,
        quorum,
        signers: people.map(({ id, name }) => ({ id, name, position: 'waiting' })),
        note,
        state: 'open',
        by: { id: actor.id, name: actor.name },
        at: now,
      };
      await app.models.cosigns.insertMany([cosign], { session });
      const signers = people.map(({ name }) => name).join('、');
      change.event('cosignStarted', { step: task.stepKey, outcome: outcome.key, signers });
    },
  });
}
