import type { AppContext } from '../app/appContext.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import type { Actor } from '../identity/actor.ts';
import { inTransaction } from '../store/inTransaction.ts';
import { requireOwnDraft } from './requireOwnDraft.ts';

/** Throws away a draft with its form, events and files; a draft has no legal existence yet. Throws AppError `stateConflict`, `draftHeld`. */
export async function deleteDraft(input: { app: AppContext; actor: Actor; caseId: string }): Promise<void> {
  const { app, caseId } = input;
  const subject = await readIntakeCase(app, input.actor, caseId);
  requireState(subject, 'draft');
  requireOwnDraft(input.actor, subject);
  await inTransaction(app.connection, async (session) => {
    const removed = await app.models.cases.deleteOne(
      { _id: caseId, state: 'draft', version: subject.version },
      { session },
    );
    if (removed.deletedCount !== 1) return;
    await app.models.submissions.deleteMany({ tenant: app.tenant, caseId }, { session });
    await app.models.events.deleteMany({ tenant: app.tenant, caseId }, { session });
    const ids = subject.materials.flatMap((material) => material.files.map((file) => file.fileId));
    await app.files.letGo({ tenant: app.tenant, ids, session });
  });
}
