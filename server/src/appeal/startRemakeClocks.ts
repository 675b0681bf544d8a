import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { Variables } from '../catalog/conditionHolds.ts';
import { limitsFor, variantFor } from '../catalog/limitsFor.ts';
import { expiryOfRenewed } from '../clocks/startCaseClocks.ts';
import { startClock } from '../clocks/startClock.ts';
import type { RemakeOrder } from './remakeOrder.ts';

/** Last valid day of the license whose renewal is undecided again; undefined where it is over: it is deemed renewed already. */
async function lastDayOfRenewed(app: AppContext, change: CaseChange): Promise<string | undefined> {
  const day = await expiryOfRenewed(app, change);
  return day === undefined || day < shanghaiDay(change.now) ? undefined : day;
}

/**
 * The clocks of a matter that is decided anew, from the day on which the order came: the time that it names is the only one;
 * an order that names none leaves the limits of the item.
 */
export async function startRemakeClocks(options: {
  app: AppContext;
  change: CaseChange;
  variables: Variables;
  order: RemakeOrder;
}): Promise<void> {
  const { app, change, variables, order } = options;
  const { subject } = change;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const { limits: item } = loaded.pack;
  const variant = variantFor(item, variables);
  if (variant !== undefined) subject.limitVariant = variant.key;
  const common = { app, change, startAt: order.startAt, departmentId: subject.departmentId };
  const notAfterDay = await lastDayOfRenewed(app, change);
  if (order.within !== undefined) {
    const limit = { ...order.within, cite: order.documentNo };
    await startClock({ ...common, kind: 'statutory', limit, notAfterDay });
    return;
  }
  const limits = limitsFor(item, loaded.operation(subject.operation).limits, variant);
  await startClock({ ...common, kind: 'statutory', limit: limits.statutory, notAfterDay });
  await startClock({ ...common, kind: 'promised', limit: limits.promised });
}
