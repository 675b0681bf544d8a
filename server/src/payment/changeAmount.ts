import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { entitlementsOfCase, saveEntitlement } from './changeEntitlement.ts';
import { yuanOf } from './fen.ts';
import type { EntitlementDocument } from './model.ts';

/** The benefit that a case gives, unless it has ended. */
export async function runningEntitlementOf(
  app: AppContext,
  caseId: string,
  session?: ClientSession,
): Promise<EntitlementDocument | undefined> {
  const found = (await app.models.entitlements
    .find({ tenant: app.tenant, caseId }, null, session === undefined ? {} : { session })
    .lean()) as EntitlementDocument[];
  return found.find(({ state }) => state !== 'ended');
}

/**
 * The amount of a benefit is changed: the periods that no list has dealt with are paid by the new one, and where it is more
 * the difference for those that were paid is paid with the next list. What was paid too much is not claimed back by
 * itself: whether it is, is for the department (`openReclaim` is for what was paid beyond an end). In the caller's transaction.
 */
export async function changeAmount(app: AppContext, change: CaseChange, amountFen: number): Promise<void> {
  const { session, subject } = change;
  const entitlement = (await entitlementsOfCase(app, session, subject._id)).find(
    ({ state }) => state !== 'ended',
  );
  if (entitlement === undefined) return;
  const paid = await app.models.paymentLines
    .find({ tenant: app.tenant, entitlementId: entitlement._id }, null, { session })
    .lean();
  const more = amountFen - entitlement.amountFen;
  const periods = paid.filter(({ returned, kind }) => returned === undefined && kind !== 'returned');
  if (more > 0)
    for (const { period } of periods) entitlement.owed.push({ kind: 'arrears', period, amountFen: more });
  change.event('benefitChanged', { from: yuanOf(entitlement.amountFen), amount: yuanOf(amountFen) });
  entitlement.amountFen = amountFen;
  await saveEntitlement(app, session, entitlement);
}
