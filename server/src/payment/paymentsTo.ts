import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { PaymentLineDocument } from './model.ts';
import type { ReclaimDocument } from './reclaimModel.ts';

/** What lists have paid to an entitlement, by period, and what is claimed back of it. */
export async function paymentsTo(
  { models, tenant }: AppContext,
  entitlementId: string,
  session?: ClientSession,
): Promise<{ lines: PaymentLineDocument[]; reclaims: ReclaimDocument[] }> {
  const options = session === undefined ? {} : { session };
  const own = { tenant, entitlementId };
  const lines = (await models.paymentLines
    .find(own, null, options)
    .sort({ period: 1, _id: 1 })
    .lean()) as PaymentLineDocument[];
  const reclaims = (await models.reclaims.find(own, null, options).lean()) as ReclaimDocument[];
  return { lines, reclaims };
}
