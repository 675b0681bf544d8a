import type { AppContext } from '../app/appContext.ts';
import type { PaymentLineDocument } from './model.ts';

/** The lines of a list in the order in which it is hashed, shown and exported. */
export function linesOfList(app: AppContext, listId: string) {
  return app.models.paymentLines
    .find({ tenant: app.tenant, listId })
    .sort({ caseNo: 1, period: 1, kind: 1 })
    .lean<PaymentLineDocument[]>();
}
