import { sweepChecks } from '../checks/sweepChecks.ts';
import { readCarriers } from '../delivery/readCarriers.ts';
import { sweepBills } from '../fees/sweepBills.ts';
import { sweepExpiry } from '../licenses/sweepExpiry.ts';
import { sweepPayments } from '../payment/sweepPayments.ts';
import { sweepPublications } from '../publication/sweepPublications.ts';
import { sweepNotices } from '../publicNotice/sweepNotices.ts';
import type { AppContext } from './appContext.ts';

/**
 * What falls due by the day and is no clock's, one after the other, where somebody else than the background decides when: tests
 * and simulations. A server repeats each by itself (`background.ts`).
 */
export async function sweepDeadlines(app: AppContext): Promise<void> {
  await sweepChecks(app);
  await sweepExpiry(app);
  await sweepPayments(app);
  await sweepNotices(app);
  await sweepPublications(app);
  await readCarriers(app);
  await sweepBills(app);
}
