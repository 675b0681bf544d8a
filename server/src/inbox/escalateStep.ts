import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { conditionHolds } from '../catalog/conditionHolds.ts';
import { knownVariables } from '../catalog/knownVariables.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { stepVariables } from '../catalog/stepVariables.ts';
import { newId } from '../store/newId.ts';
import { openFinding } from '../supervision/openFinding.ts';
import type { TaskDocument } from './model.ts';

/**
 * 立即上报: what a step has found goes up at once where the pack says so (`steps.<key>.escalate`), to the role that it
 * names and as a finding that heads and supervisors see, with the notice that it names. In the transaction of the step.
 */
export async function escalateStep(options: {
  app: AppContext;
  change: CaseChange;
  loaded: LoadedPack;
  task: TaskDocument;
  data: Record<string, unknown>;
}): Promise<void> {
  const { app, change, loaded, task, data } = options;
  const { escalate, variables } = loaded.step(task.stepKey);
  if (escalate.length === 0) return;
  const own = await stepVariables({ app, change, rules: variables, data });
  const known = { ...(await knownVariables(options)), ...own };
  for (const [index, { when, toRole, notice }] of escalate.entries()) {
    if (!conditionHolds(when, known)) continue;
    const effectKey = `${task._id}:escalate:${index}`;
    change.event('reportedUp', { step: task.stepKey, role: toRole });
    await app.models.alerts.insertMany(
      [
        {
          _id: newId(),
          schemaVersion: 1,
          tenant: app.tenant,
          effectKey,
          caseId: task.caseId,
          caseNo: task.caseNo,
          departmentId: change.subject.departmentId,
          audience: [toRole],
          stepKey: task.stepKey,
          dueAt: change.now,
          firedAt: change.now,
        },
      ],
      { session: change.session },
    );
    await openFinding(app, change, {
      effectKey,
      kind: 'reportedUp',
      departmentId: change.subject.departmentId,
      dueAt: change.now,
      details: { step: task.stepKey, role: toRole },
    });
    if (notice !== undefined)
      change.outbox({ destination: 'notices', type: 'sendNotice', payload: { notice } });
  }
}
