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
  // One more than was passed over is enough to find another.
  const most = passed.size + 1;
  const looks = (await app.models.entitlements
    .find({ tenant, nextLookAt: upTo(now) })
    .sort({ nextLookAt: 1 })
    .limit(most)
    .lean()) as EntitlementDocument[];
  const lists = (await app.models.paymentSchedules
    .find({ tenant, nextCloseAt: upTo(now) })
    .sort({ nextCloseAt: 1 })
    .limit(most)
    .lean()) as PaymentScheduleDocument[];
  const look = looks.find(({ _id }) => !passed.has(_id));
  const list = lists.find(({ _id }) => !passed.has(_id));
  if (look?.nextLookAt !== undefined && (list === undefined || look.nextLookAt <= list.nextCloseAt))
    return { id: look._id, run: () => lookAtEntitlement(app, look) };
  return list === undefined ? undefined : { id: list._id, run: () => makePaymentList(app, list) };
}
