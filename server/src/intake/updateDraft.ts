import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import { requireState } from '../cases/requireState.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { applyIntakeEdit, type IntakeEdit } from './applyIntakeEdit.ts';
import { requireOwnDraft } from './requireOwnDraft.ts';

/**
 * Saves the clerk's edit of a draft, or of a case that waits for corrections.
 * Throws AppError `versionRequired`, `versionConflict`, `stateConflict` and what applyIntakeEdit throws.
 */
export async function updateDraft(input: {
  app: AppContext;
  actor: Actor;
  caseId: string;
  version: number | undefined;
  edit: IntakeEdit;
}): Promise<CaseDocument> {
  const { app, actor, caseId, version, edit } = input;
  if (version === undefined) throw new AppError('versionRequired');
  requireOwnDraft(actor, await readIntakeCase(app, actor, caseId));
  const { subject } = await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    expectedVersion: version,
    work: async (change) => {
      requireState(change.subject, 'draft', 'supplementing');
      await applyIntakeEdit({ app, change, edit });
      const fields = Object.keys(edit).filter((key) => edit[key as keyof IntakeEdit] !== undefined);
      if (change.subject.supplement !== undefined && edit.formData !== undefined) {
        change.subject.supplement.suppliedSince = [
          ...new Set([...change.subject.supplement.suppliedSince, 'formData']),
        ];
      }
      if (change.subject.state === 'supplementing') change.event('correctionSaved', { fields });
    },
  });
  return subject;
}
