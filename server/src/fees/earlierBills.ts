import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import type { BillDocument } from './model.ts';

/**
 * The bills of the cases in which this matter was decided before an appeal took the decision away, the latest first, and
 * whether what they decided was delivered. In the caller's transaction.
 */
export async function earlierBills(
  app: AppContext,
  { subject, session }: CaseChange,
): Promise<{ delivered: boolean; bill: BillDocument }[]> {
  const found: { delivered: boolean; bill: BillDocument }[] = [];
  let caseId = subject.remakes?.caseId;
  while (caseId !== undefined) {
    const earlier = (await app.models.cases
      .findOne({ _id: caseId, tenant: app.tenant }, { state: 1, remakes: 1 }, { session })
      .lean()) as Pick<CaseDocument, 'state' | 'remakes'> | null;
    const bills = (await app.models.bills
      .find({ tenant: app.tenant, caseId }, null, { session })
      .lean()) as BillDocument[];
    // One whose decision was taken away before it was delivered is closed (`endFirstCase`).
    found.push(...bills.map((bill) => ({ delivered: earlier?.state === 'delivered', bill })));
    caseId = earlier?.remakes?.caseId;
  }
  return found;
}
