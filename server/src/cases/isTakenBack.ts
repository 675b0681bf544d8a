import type { CaseDocument } from './model.ts';

/** Whether an appeal took the decision of a case away: nothing of its process is worked on any more. */
export function isTakenBack({ decision }: Pick<CaseDocument, 'decision'>): boolean {
  return decision?.annulled?.outcome !== undefined;
}
