import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { newId } from '../store/newId.ts';
import type { CheckDocument } from './model.ts';

/** A message to the people of the department that checks, once per round and step. */
export async function alertDepartment(
  app: AppContext,
  change: CaseChange,
  check: CheckDocument,
  step: { key: string; dueAt: Date; audience: string[] },
): Promise<void> {
  await app.models.alerts.insertMany(
    [
      {
        _id: newId(),
        schemaVersion: 1,
        tenant: app.tenant,
        effectKey: `${check._id}:${step.key}`,
        caseId: check.caseId,
        caseNo: check.caseNo,
        departmentId: check.departmentId,
        audience: step.audience,
        stepKey: step.key,
        dueAt: step.dueAt,
        firedAt: change.now,
      },
    ],
    { session: change.session },
  );
}
