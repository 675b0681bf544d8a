import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { upTo } from '../store/upTo.ts';
import { lookAtEntitlement } from './lookAtEntitlement.ts';
import { makePaymentList } from './makePaymentList.ts';
import type { EntitlementDocument, PaymentScheduleDocument } from './model.ts';

/**
 * Does what has fallen due in the payment of benefits, in the order of time, also what fell due while everything was down:
 * looks at suspensions and makes lists. Several servers may sweep at once. Returns how much was done.
 */
export async function sweepPayments(app: AppContext): Promise<number> {
  const passed = new Set<string>();
  for (let done = 0; ; ) {
    const due = await nextDue(app, passed);
    if (due === undefined) return done;
    try {
      await due.run();
      done += 1;
    } catch (error) {
      passed.add(due.id);
      const lost = error instanceof AppError && error.code === 'versionConflict';
      app.log[lost ? 'info' : 'error']({ due: due.id, err: error }, 'payment will be tried again');
    }
  }
}

interface Due {
  id: string;
  run: () => Promise<void>;
}

async function nextDue(app: AppContext, passed: ReadonlySet<string>): Promise<Due | undefined> {
  const { tenant } = app;
  const now = app.time.now();
  const skip = [...passed];
  const look = (await app.models.entitlements
    .findOne({
      tenant,
      nextLookAt: upTo(now),
      ...(skip.length === 0 ? {} : { _id: trusted({ $nin: skip }) }),
    })
    .sort({ nextLookAt: 1 })
    .lean()) as EntitlementDocument | null;
  const list = (await app.models.paymentSchedules
    .findOne({
      tenant,
      nextCloseAt: upTo(now),
      ...(skip.length === 0 ? {} : { _id: trusted({ $nin: skip }) }),
    })
    .sort({ nextCloseAt: 1 })
    .lean()) as PaymentScheduleDocument | null;
  if (look?.nextLookAt !== undefined && (list === null || look.nextLookAt <= list.nextCloseAt))
    return { id: look._id, run: () => lookAtEntitlement(app, look) };
  return list === null ? undefined : { id: list._id, run: () => makePaymentList(app, list) };
}
