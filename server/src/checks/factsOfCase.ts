import type { CaseDocument } from '../cases/model.ts';
import type { CheckSubject } from './planRound.ts';

/** What a round of a check takes over from the case whose decision it watches. */
export function factsOfCase(
  subject: CaseDocument,
): Pick<CheckSubject, 'caseId' | 'caseNo' | 'packCode' | 'packVersion' | 'itemName' | 'departmentId'> {
  const { _id: caseId, caseNo = '', packCode, packVersion, itemName, departmentId } = subject;
  return { caseId, caseNo, packCode, packVersion, itemName, departmentId };
}
