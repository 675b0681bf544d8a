import { listWritableKeys, validateSubmission } from '@onewindow/forms';
import type { Outcome, Step } from '@onewindow/processes';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { EventActor } from '../audit/model.ts';
import { type CaseChange, type Changed, changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { requireSettled } from '../cases/requireSettled.ts';
import { requireState } from '../cases/requireState.ts';
import { stepVariables } from '../catalog/stepVariables.ts';
import { applyLimitVariant } from '../clocks/applyLimitVariant.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { breaksCommitment, verifyCommitment } from '../commitment/verifyCommitment.ts';
import { requireCosigned } from '../cosign/requireCosigned.ts';
import type { DeliveryProof } from '../delivery/deliveryProof.ts';
import { endAsked } from '../desk/endAsked.ts';
import { requireFourEyes } from '../desk/requireFourEyes.ts';
import { requireNotDelegated } from '../desk/requireInHand.ts';
import { requireSamePerson } from '../desk/requireSamePerson.ts';
import { AppError } from '../errors/appError.ts';
import { requirePaid } from '../fees/requirePaid.ts';
import { keepFiles, knownFilesOf } from '../files/knownFiles.ts';
import { type Actor, asAuthor, asEventActor } from '../identity/actor.ts';
import { reauthenticate } from '../identity/reauthenticate.ts';
import { formInvalid } from '../intake/applyIntakeEdit.ts';
import { requireAgreement } from '../joint/requireAgreement.ts';
import { formFacts } from '../licenses/formFacts.ts';
import { requireNotAwaited } from '../materialRequests/requireNotAwaited.ts';
import { notePosting } from '../postings/notePosting.ts';
import { requireObjectionsAnswered } from '../publicNotice/answerObjection.ts';
import { dropStepDrafts } from '../stepDrafts/readStepDraft.ts';
import { newId } from '../store/newId.ts';
import { applyEffects, extendsLimit } from './applyEffects.ts';
import { requireWorkable } from './claimTask.ts';
import { decideCase } from './decideCase.ts';
import { escalateStep } from './escalateStep.ts';
import type { TaskDocument } from './model.ts';
import { prefillOf } from './prefillOf.ts';
import { recordProcedures } from './recordProcedures.ts';
import { readTask } from './taskScope.ts';

export interface Completion {
  outcome: string;
  formData: Record<string, unknown>;
  comment?: string | undefined;
  /** Version of the pack whose form was filled in; left out: not compared. */
  formVersion?: number | undefined;
  /** Re-authentication; needed where the step decides. */
  password?: string | undefined;
  /** Written statement of what a decision rests on that repeats one which an appeal took away. */
  statement?: string | undefined;
}

/**
 * Completes a task: checks the form again, records it, applies what the step does to the case, and owes the engine the
 * completion, in one transaction. Steps that decide ask the approver to authenticate again.
 * Throws AppError `formInvalid`, `formOutdated`, `outcomeUnknown`, `reauthenticationRequired`, `reauthenticationFailed`,
 * `taskClaimedByOther`, `taskEnded`, `taskDelegated`, `fourEyes`, `samePerson`, `materialsAwaited`, `cosignOpen`, `cosignDissented`, `cosignChanged`,
 * `jointNotAgreed`, `billDue`, `caseMigrating`, `versionConflict` (moved to another version
 * meanwhile), `notFound`, and what
 * {@link recordProcedures} throws.
 */
export async function completeTask(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  completion: Completion;
  /** True when the caller has just authenticated the actor for the whole batch. */
  authenticated?: boolean;
  /** Number of the list with which it is decided in batch. */
  batchNo?: string;
  /** The caller delivers the command to the engine at once (`deliverOwn`). */
  leaseOwn?: boolean;
  /** Proof of the delivery that the step records. */
  delivery?: DeliveryProof;
  /** Who did it, where it is not the actor: a carrier whose proof completes the sender's task. */
  eventActor?: EventActor;
  /** Committed together with the completion. */
  also?: (change: CaseChange) => Promise<void>;
}): Promise<Changed<void> & { task: TaskDocument }> {
  const { app, taskId, completion } = input;
  const task = await readTask(app, input.actor, taskId);
  requireWorkable(task, input.actor);
  requireNotDelegated(task);
  const actor = task.onBehalfOf === undefined ? input.actor : { ...input.actor, for: task.onBehalfOf };
  const seen = await app.models.cases.findOne({ _id: task.caseId, tenant: app.tenant }).lean();
  if (seen === null) throw new AppError('notFound');
  requireSettled(seen as CaseDocument);
  const loaded = await app.packs.version(seen.packCode, seen.packVersion);
  // The case has moved to another version since the page was opened: what was filled in answered other questions.
  if (completion.formVersion !== undefined && completion.formVersion !== seen.packVersion)
    throw new AppError('formOutdated');
  const step = loaded.step(task.stepKey);
  await requireFourEyes({ app, actor, task, step });
  // Who holds it came by it rightly: its person may have come back since.
  if (task.assignee === undefined) await requireSamePerson({ app, actor, task, step });
  const form = loaded.form(step.form);
  const known = await knownFilesOf(app, task);
  const checked = await validateSubmission({
    form,
    data: completion.formData,
    mode: 'submit',
    locale: 'zh-CN',
    // What the form shows without letting it be changed is taken from the case, whatever was sent.
    writableKeys: listWritableKeys(form),
    stored: await prefillOf(app, seen as CaseDocument, step, task.stepKey),
    knownFiles: known,
    ...(await formFacts(app, form, seen as CaseDocument)),
  });
  if (!checked.ok) throw formInvalid(checked.errors);
  const outcome = findOutcome(step, completion, checked.data);
  const decides = step.decision && (outcome.kind === 'grant' || outcome.kind === 'refuse');
  const annuls = breaksCommitment(loaded, seen as CaseDocument, task.stepKey, outcome.key)?.annul === true;
  if ((decides || annuls || extendsLimit(step, outcome.key)) && input.authenticated !== true)
    await reauthenticate({ app, actor, password: completion.password });
  const changed = await changeCase({
    app,
    caseId: task.caseId,
    actor: input.eventActor ?? asEventActor(actor),
    request: actor.request,
    leaseOwn: input.leaseOwn === true,
    work: async (change) => {
      // What is verified after the decision may come after the delivery too.
      requireState(change.subject, 'accepted', 'decided', 'delivered');
      requireSettled(change.subject);
      await requireStillOpen(app, change, taskId);
      // What was checked above was checked against this version's form.
      if (change.subject.packVersion !== loaded.version) throw new AppError('versionConflict');
      if (decides && outcome.kind === 'grant') requireAgreement(change.subject, loaded);
      if (outcome.kind !== 'back') await requireObjectionsAnswered(app, change);
      await requireNotAwaited(app, change, taskId);
      if (step.effects.some((effect) => 'recordDelivery' in effect))
        await requirePaid({ app, caseId: task.caseId, before: 'delivery', session: change.session });
      await requireCosigned({ app, change, taskId, outcome, data: checked.data });
      if (decides) await endAsked({ app, change });
      const said = {
        step: task.stepKey,
        outcome: outcome.key,
        kind: outcome.kind,
        by: asAuthor(actor),
        data: checked.data,
      };
      const recorded = await recordProcedures({ app, change, said });
      const extra = decides
        ? await decideCase({
            app,
            change,
            actor,
            step: task.stepKey,
            outcome,
            data: checked.data,
            comment: completion.comment,
            statement: completion.statement,
          })
        : {};
      const variables = await stepVariables({ app, change, rules: step.variables, data: checked.data });
      await applyLimitVariant({ app, change, loaded, variables });
      const set = await applyEffects({
        app,
        change,
        step,
        stepKey: task.stepKey,
        outcome,
        data: checked.data,
        actor,
        departmentId: task.departmentId,
        delivery: input.delivery,
      });
      await escalateStep({ app, change, loaded, task, data: checked.data });
      await saveSubmission({ app, change, actor, task, step, data: checked.data, outcome });
      await app.models.taskDrafts.deleteOne({ _id: taskId, tenant: app.tenant }, { session: change.session });
      await keepFiles({ app, session: change.session, taskId, known, data: checked.data });
      await dropStepDrafts(app, { taskId, session: change.session });
      await stopClocks({ app, change, kinds: ['step'], taskId });
      const verified = await verifyCommitment({
        app,
        change,
        actor,
        step: task.stepKey,
        outcome: outcome.key,
        data: checked.data,
        comment: completion.comment,
      });
      const commandId = change.outbox({
        destination: 'engine',
        type: 'completeTask',
        payload: {
          taskId,
          variables: {
            outcome: outcome.key,
            ...variables,
            ...set,
            ...recorded,
            ...verified,
            ...extra,
          },
        },
      });
      const moved = await app.models.tasks.updateOne(
        { _id: taskId, state: trusted({ $in: ['open', 'claimed'] }) },
        {
          $set: {
            ...{ state: 'completing', commandId, assignee: { id: actor.id, name: actor.name } },
            finishedIn: actor.department.id,
          },
        },
        { session: change.session },
      );
      if (moved.modifiedCount !== 1) throw new AppError('taskEnded');
      await input.also?.(change);
      const { batchNo } = input;
      change.event('stepCompleted', {
        step: task.stepKey,
        outcome: outcome.key,
        ...(batchNo === undefined ? {} : { batchNo }),
      });
    },
  });
  await notePosting(app, actor);
  const assignee = { id: actor.id, name: actor.name };
  return { ...changed, task: { ...task, state: 'completing', assignee } };
}

/** Of two who complete a task at once the second is told so, and not by what it would write twice. */
async function requireStillOpen(app: AppContext, { session }: CaseChange, taskId: string): Promise<void> {
  const now = await app.models.tasks.findOne({ _id: taskId }, { state: 1 }, { session }).lean();
  if (now?.state !== 'open' && now?.state !== 'claimed') throw new AppError('taskEnded');
}

function findOutcome(step: Step, completion: Completion, data: Record<string, unknown>): Outcome {
  const key =
    step.outcomeField === undefined ? completion.outcome : String(data[step.outcomeField.slice(1)] ?? '');
  const outcome = step.outcomes.find((entry) => entry.key === key);
  if (outcome === undefined) throw new AppError('outcomeUnknown', { params: { outcome: key } });
  if (outcome.commentRequired === true && (completion.comment ?? '').trim() === '') {
    throw new AppError('invalidRequest', {
      problems: [
        {
          path: 'comment',
          pointer: '/comment',
          rule: 'required',
          message: { 'zh-CN': '请填写说明。', en: 'Say why.' },
        },
      ],
    });
  }
  return outcome;
}

async function saveSubmission(options: {
  app: AppContext;
  change: CaseChange;
  actor: Actor;
  task: TaskDocument;
  step: Step;
  data: Record<string, unknown>;
  outcome: Outcome;
}): Promise<void> {
  const { app, change, task } = options;
  const id = newId();
  await app.models.submissions.insertMany(
    [
      {
        _id: id,
        schemaVersion: 1,
        tenant: app.tenant,
        caseId: task.caseId,
        stepKey: task.stepKey,
        taskId: task._id,
        formPath: options.step.form,
        packVersion: change.subject.packVersion,
        sealedData: app.cipher.seal(options.data, id),
        outcome: options.outcome.key,
        by: asAuthor(options.actor),
        at: change.now,
        open: false,
      },
    ],
    { session: change.session },
  );
}
