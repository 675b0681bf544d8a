import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { followCheck } from '../payment/followCheck.ts';

/** What has come of a check, for whoever depends on it. */
export interface CheckOutcome {
  tenant: string;
  /** The case that granted what was checked. */
  caseId: string;
  packCode: string;
  checkKey: string;
  state: 'missed' | 'passed';
  at: Date;
}

/** Told in the transaction of the check; what it throws undoes the check. */
export type CheckFollower = (session: ClientSession, outcome: CheckOutcome, app: AppContext) => Promise<void>;

/** Parts of the product that follow checks: a payment is suspended with a missed re-verification. */
export const checkFollowers: CheckFollower[] = [
  (session, outcome, app) => followCheck(app, session, outcome),
];

/** Tells every follower, in order. */
export async function tellFollowers(
  app: AppContext,
  session: ClientSession,
  outcome: Omit<CheckOutcome, 'tenant'>,
): Promise<void> {
  for (const follower of checkFollowers) await follower(session, { tenant: app.tenant, ...outcome }, app);
}
