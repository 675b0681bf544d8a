import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { newId } from '../store/newId.ts';
import { openFinding } from '../supervision/openFinding.ts';

/** Stands for the department of a task that no decision table sent anywhere; no department has this id. */
export const unroutedQueue = 'unrouted';

/** Effect key of the finding about a task that went nowhere. */
export const unroutedKey = (taskId: string) => `unrouted:${taskId}`;

/**
 * The alarm about a task that was sent to no department, because no row of a decision table fits the case or the table names
 * a department that does not exist: the heads of the deciding department and the supervisors are told. The case waits.
 */
export async function raiseUnrouted(
  app: AppContext,
  change: CaseChange,
  task: { id: string; step: string; wanted: string },
): Promise<void> {
  const { subject, now, session } = change;
  const effectKey = unroutedKey(task.id);
  const told = await app.models.findings.findOne({ tenant: app.tenant, effectKey }, null, { session }).lean();
  if (told !== null) return;
  await openFinding(app, change, {
    effectKey,
    kind: 'unrouted',
    departmentId: subject.departmentId,
    dueAt: now,
    details: { step: task.step, wanted: task.wanted },
  });
  await app.models.alerts.insertMany(
    [
      {
        _id: newId(),
        schemaVersion: 1,
        tenant: app.tenant,
        effectKey,
        caseId: subject._id,
        caseNo: subject.caseNo ?? '',
        departmentId: subject.departmentId,
        audience: ['head', 'supervisor', 'admin'],
        stepKey: task.step,
        dueAt: now,
        firedAt: now,
      },
    ],
    { session },
  );
  app.log.error({ caseId: subject._id, step: task.step }, 'a task was routed to no department');
}
