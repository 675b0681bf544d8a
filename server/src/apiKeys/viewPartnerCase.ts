import type { AppContext } from '../app/appContext.ts';
import { viewOwnCase } from '../applicants/viewOwnCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { Actor } from '../identity/actor.ts';
import { readProgress } from '../public/readProgress.ts';

/** A case for the system that handed it in: where it stands and what is wanted, without the persons it sent itself. */
export async function viewPartnerCase(app: AppContext, actor: Actor, subject: CaseDocument) {
  const view = await viewOwnCase(app, actor, subject);
  return {
    id: view.id,
    caseNo: view.caseNo,
    packCode: view.packCode,
    operation: view.operation,
    state: view.state,
    version: view.version,
    receivedAt: view.receivedAt,
    updatedAt: view.updatedAt,
    dueDay: view.dueDay,
    decision: view.decision,
    materials: view.materials.map(({ key, name, required, status, accept, maxMegabytes }) => ({
      key,
      name,
      required,
      status,
      accept,
      maxMegabytes,
    })),
    supplement: view.supplement,
    bills: view.bills,
    progressUrl: `${app.config.PUBLIC_BASE_URL}/progress/${subject.progressToken}`,
  };
}

/** A case by its number, without personal data, as the progress page tells it. Throws AppError `notFound`. */
export async function followCase(app: AppContext, subject: CaseDocument) {
  const { caseNo, itemName, state, receivedAt, acceptedAt, decision, department, steps, dueDay } =
    await readProgress(app, subject.progressToken);
  return { caseNo, itemName, state, receivedAt, acceptedAt, decision, department, steps, dueDay };
}
