import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { ChangedPart } from './readPartChanges.ts';

/** What appeals changed of a decision: everybody who may see it is told which parts, who sees persons clearly also what they said and say. */
export function viewAmendments(app: AppContext, { _id, decision }: CaseDocument, clear: boolean) {
  return (decision?.amendments ?? []).map(
    ({ at, way, outcome, documentNo, number, labels, sealedParts }) => ({
      ...{ at: at.toISOString(), way, outcome, documentNo, number },
      parts: clear
        ? app.cipher
            .open<ChangedPart[]>(sealedParts, _id)
            .map(({ label, before, after }) => ({ label, before, after }))
        : labels.map((label) => ({ label, before: null, after: null })),
    }),
  );
}
