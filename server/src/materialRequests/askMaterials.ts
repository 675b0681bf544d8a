import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, type Changed, changeCase } from '../cases/changeCase.ts';
import { requireState } from '../cases/requireState.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { startAskedClock } from '../desk/askedClock.ts';
import { changeTask, readDeskTask } from '../desk/deskTask.ts';
import { requireNotDelegated } from '../desk/requireInHand.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { requireHeld } from '../inbox/claimTask.ts';
import { tellAccount } from '../messages/tellAccount.ts';
import type { MaterialRequestDocument, RequestedMaterial } from './model.ts';

/** A material of the case by its key, or one that the pack does not know by a name. */
export type Wanted = { material: string; problem: string } | { name: string; problem: string };

/**
 * 补充材料: asks the applicant through the window for material after acceptance, with a reason and working days. The clocks
 * of the case go on: the law lets nothing stop them here (Administrative License Law art. 32 knows corrections before
 * acceptance only). With `hold` the step waits for the window (退回窗口). One open request a task.
 * Throws AppError `materialUnknown`, `materialsAwaited`, `stateConflict`, `taskDelegated`, `taskNotClaimed`,
 * `taskClaimedByOther`, `taskEnded`, `notFound`.
 */
export async function askMaterials(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
  /** Id of the request, the same for every try. */
  requestId: string;
  lines: readonly Wanted[];
  reason: string;
  workdays: number;
  hold: boolean;
}): Promise<Changed<void>> {
  const { app, actor, taskId, reason, workdays, hold } = input;
  const { task, loaded } = await readDeskTask(app, actor, taskId);
  requireHeld(task, actor);
  requireNotDelegated(task);
  return changeCase({
    app,
    caseId: task.caseId,
    actor: asEventActor(actor),
    work: async (change) => {
      const { subject, session, now } = change;
      requireState(subject, 'accepted');
      await changeTask(app, change, task, { set: { state: 'claimed' } });
      const open = { tenant: app.tenant, caseId: subject._id, state: 'open' as const };
      const asked = await app.models.materialRequests.find(open, { taskId: 1 }, { session }).lean();
      if (asked.some((entry) => entry.taskId === taskId)) throw new AppError('materialsAwaited');
      const lines = input.lines.map((wanted) => takeUp(change, loaded, wanted));
      const windowId = subject.createdBy.departmentId;
      const clock = await startAskedClock({
        app,
        change,
        kind: 'materialSupply',
        workdays,
        departmentId: windowId,
        notify: ['clerk', 'handler'],
      });
      const request: MaterialRequestDocument = {
        _id: input.requestId,
        schemaVersion: 1,
        tenant: app.tenant,
        caseId: subject._id,
        caseNo: task.caseNo,
        itemName: task.itemName,
        taskId,
        stepKey: task.stepKey,
        stepName: task.stepName,
        departmentId: task.departmentId,
        windowId,
        state: 'open',
        lines,
        reason,
        hold,
        clockId: clock._id,
        dueDay: clock.dueDay,
        askedBy: { id: actor.id, name: actor.name },
        askedAt: now,
      };
      await app.models.materialRequests.insertMany([request], { session });
      tellAccount(change, 'materialsAsked', { askedDay: clock.dueDay });
      change.event('materialsRequested', {
        step: task.stepKey,
        count: lines.length,
        due: clock.dueDay,
        materials: lines.map(({ key }) => key),
      });
    },
  });
}

/** The line of the request; a material that the case does not have yet gets its place in it. */
function takeUp({ subject }: CaseChange, loaded: LoadedPack, wanted: Wanted): RequestedMaterial {
  const { problem } = wanted;
  if ('material' in wanted) {
    const rule = loaded.material(wanted.material);
    const known = subject.materials.find(({ key }) => key === wanted.material);
    if (rule === undefined && known?.name === undefined)
      throw new AppError('materialUnknown', { params: { key: wanted.material } });
    if (known === undefined) subject.materials = [...subject.materials, { key: wanted.material, files: [] }];
    const before = known?.files.map(({ id }) => id) ?? [];
    return { key: wanted.material, name: rule?.name ?? bothNames(known?.name ?? ''), problem, before };
  }
  const number = subject.materials.filter(({ key }) => key.startsWith('extra-')).length + 1;
  const key = `extra-${number}`;
  subject.materials = [...subject.materials, { key, name: wanted.name, files: [] }];
  return { key, name: bothNames(wanted.name), problem, before: [] };
}

/** What an officer has named is called the same in both languages. */
function bothNames(name: string) {
  return { 'zh-CN': name, en: name };
}
