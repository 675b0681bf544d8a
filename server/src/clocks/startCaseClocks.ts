import { ruleSetOf } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { changeClocks } from './changeClocks.ts';
import type { ClockKind } from './model.ts';
import { startClock } from './startClock.ts';

/** Receipt starts the acceptance clock: the pack's own limit, or its rule set's (Administrative License Law art. 32). */
export async function startAcceptanceClock(options: { app: AppContext; change: CaseChange }): Promise<void> {
  const { app, change } = options;
  const loaded = await app.packs.version(change.subject.packCode, change.subject.packVersion);
  const own = loaded.limitsOf(change.subject.operation).acceptance;
  await startClock({
    app,
    change,
    kind: 'acceptance',
    limit: own ?? ruleSetOf(loaded.pack.ruleSet).acceptance?.limit,
    startAt: change.now,
    departmentId: change.subject.createdBy.departmentId,
  });
}

/**
 * Acceptance starts the statutory and the promised clock, side by side; an item whose own rules say so counts from
 * receipt. On a renewal both end with the license at the latest (art. 50).
 */
export async function startApprovalClocks(options: { app: AppContext; change: CaseChange }): Promise<void> {
  const { app, change } = options;
  const { subject } = change;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const limits = loaded.limitsOf(subject.operation, subject.limitVariant);
  const { startsAt } = loaded.pack;
  const startAt =
    startsAt === 'receipt' ? (subject.receivedAt ?? change.now) : (subject.acceptedAt ?? change.now);
  const notAfterDay = await expiryOfRenewed(app, change);
  const common = { app, change, startAt, departmentId: subject.departmentId, notAfterDay };
  await startClock({ ...common, kind: 'statutory', limit: limits.statutory });
  await startClock({ ...common, kind: 'promised', limit: limits.promised, notAfterDay: undefined });
}

/** Stops the clocks of these kinds: the act they measure has happened. */
export async function stopClocks(options: {
  app: AppContext;
  change: CaseChange;
  kinds: readonly ClockKind[];
  taskId?: string;
}): Promise<void> {
  const { change } = options;
  await changeClocks({
    ...options,
    edit: (clock) => {
      closePauses(clock.pauses, change.now);
      clock.state = 'stopped';
      clock.stoppedAt = change.now;
    },
  });
}

/** Withdrawal and refusal to accept end every clock of the case. */
export async function endAllClocks(options: { app: AppContext; change: CaseChange }): Promise<void> {
  const { change } = options;
  await changeClocks({
    ...options,
    edit: (clock) => {
      closePauses(clock.pauses, change.now);
      clock.state = 'ended';
      clock.stoppedAt = change.now;
    },
  });
}

/** The decision stops the approval clocks and starts the delivery clock (art. 44). */
export async function startDeliveryClock(options: { app: AppContext; change: CaseChange }): Promise<void> {
  const { app, change } = options;
  const loaded = await app.packs.version(change.subject.packCode, change.subject.packVersion);
  const own = loaded.limitsOf(change.subject.operation, change.subject.limitVariant).delivery;
  await startClock({
    app,
    change,
    kind: 'delivery',
    limit: own ?? ruleSetOf(loaded.pack.ruleSet).delivery?.limit,
    startAt: change.now,
    departmentId: change.subject.departmentId,
  });
}

function closePauses(pauses: { to?: Date }[], at: Date): void {
  for (const pause of pauses) pause.to ??= at;
}

async function expiryOfRenewed(app: AppContext, change: CaseChange): Promise<string | undefined> {
  const { subject } = change;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  if (loaded.operation(subject.operation).deemedRenewal !== true || subject.licenseId === undefined)
    return undefined;
  const license = await app.models.licenses.findOne({ _id: subject.licenseId, tenant: app.tenant }).lean();
  return license?.validTo;
}
