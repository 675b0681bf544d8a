import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { entitlementsOfCase, saveEntitlement } from './changeEntitlement.ts';
import { yuanOf } from './fen.ts';
import type { EntitlementDocument } from './model.ts';
import { paymentsTo } from './paymentsTo.ts';
import { repriceOwed } from './reckonPeriods.ts';

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
 * The amount of a benefit is changed: the periods that no list has dealt with are paid by the new one, so is what is owed for
 * earlier ones, and where it is more the difference for those that were paid is paid with the next list. What was paid too
 * much is not claimed back by itself: whether it is, is for the department (`claimBackExcess`). In the caller's transaction.
 */
export async function changeAmount(app: AppContext, change: CaseChange, amountFen: number): Promise<void> {
  const { session, subject } = change;
  const entitlement = (await entitlementsOfCase(app, session, subject._id)).find(
    ({ state }) => state !== 'ended',
  );
  if (entitlement === undefined) return;
  const { lines, reclaims } = await paymentsTo(app, entitlement._id, session);
  change.event('benefitChanged', { from: yuanOf(entitlement.amountFen), amount: yuanOf(amountFen) });
  entitlement.amountFen = amountFen;
  repriceOwed(entitlement, lines, reclaims);
  await saveEntitlement(app, session, entitlement);
}
