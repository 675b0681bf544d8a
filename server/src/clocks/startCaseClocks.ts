import { type Limit, ruleSetOf } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { Variables } from '../catalog/conditionHolds.ts';
import { limitsFor, variantFor } from '../catalog/limitsFor.ts';
import { wasAskedInTime } from '../licenses/wasAskedInTime.ts';
import { changeClocks } from './changeClocks.ts';
import type { ClockEnd, ClockKind } from './model.ts';
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
 * Acceptance starts the statutory and the promised clock, side by side, with the limits of the situation that the
 * application describes; an item whose own rules say so counts from receipt. On a renewal both end with the license at the
 * latest (art. 50).
 */
export async function startApprovalClocks(options: {
  app: AppContext;
  change: CaseChange;
  variables: Variables;
}): Promise<void> {
  const { app, change, variables } = options;
  const { subject } = change;
  const { pack, ...loaded } = await loadedOf(app, change);
  const variant = variantFor(pack.limits, variables);
  if (variant !== undefined) subject.limitVariant = variant.key;
  const limits = limitsFor(pack.limits, loaded.operation.limits, variant);
  await startApprovalClock({ app, change, kind: 'statutory', limit: limits.statutory });
  await startApprovalClock({ app, change, kind: 'promised', limit: limits.promised });
}

/** Starts one of the approval clocks; a limit of `none` starts nothing. */
export async function startApprovalClock(options: {
  app: AppContext;
  change: CaseChange;
  kind: 'statutory' | 'promised';
  limit: Limit;
}): Promise<void> {
  const { app, change, kind } = options;
  const { subject } = change;
  const { pack } = await loadedOf(app, change);
  const startAt =
    pack.startsAt === 'receipt' ? (subject.receivedAt ?? change.now) : (subject.acceptedAt ?? change.now);
  const notAfterDay = kind === 'statutory' ? await expiryOfRenewed(app, change) : undefined;
  await startClock({ ...options, startAt, departmentId: subject.departmentId, notAfterDay });
}

async function loadedOf(app: AppContext, { subject }: CaseChange) {
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  return { pack: loaded.pack, operation: loaded.operation(subject.operation) };
}

/** Stops the clocks of these kinds: the act they measure has happened. */
export async function stopClocks(options: {
  app: AppContext;
  change: CaseChange;
  kinds: readonly ClockKind[];
  taskId?: string;
  decisionNo?: number;
  /** Instant of the act, when it is learnt of later. */
  at?: Date;
}): Promise<void> {
  const { change, at = change.now } = options;
  await changeClocks({
    ...options,
    edit: (clock) => {
      closePauses(clock.pauses, at);
      clock.state = 'stopped';
      clock.stoppedAt = at;
    },
  });
}

/**
 * Withdrawal, refusal to accept and the loss of the decision on appeal end the clocks of the case: all of them, or those of
 * these kinds.
 */
export async function endClocks(options: {
  app: AppContext;
  change: CaseChange;
  because: ClockEnd;
  kinds?: readonly ClockKind[];
}): Promise<void> {
  const { change, because } = options;
  await changeClocks({
    ...options,
    edit: (clock) => {
      closePauses(clock.pauses, change.now);
      clock.state = 'ended';
      clock.stoppedAt = change.now;
      clock.endedBecause = because;
    },
  });
}

/** A decision, or its annulment, starts the clock of its delivery (art. 44). */
export async function startDeliveryClock(options: {
  app: AppContext;
  change: CaseChange;
  decisionNo: number;
}): Promise<void> {
  const { app, change, decisionNo } = options;
  const loaded = await app.packs.version(change.subject.packCode, change.subject.packVersion);
  const own = loaded.limitsOf(change.subject.operation, change.subject.limitVariant).delivery;
  await startClock({
    app,
    change,
    kind: 'delivery',
    decisionNo,
    limit: own ?? ruleSetOf(loaded.pack.ruleSet).delivery?.limit,
    startAt: change.now,
    departmentId: change.subject.departmentId,
  });
}

function closePauses(pauses: { to?: Date }[], at: Date): void {
  for (const pause of pauses) pause.to ??= at;
}

/** Last valid day of the license that a case renews, where it was asked for in time and is deemed renewed when undecided (art. 50). */
export async function expiryOfRenewed(app: AppContext, change: CaseChange): Promise<string | undefined> {
  const { subject } = change;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  if (loaded.operation(subject.operation).deemedRenewal !== true || subject.licenseId === undefined)
    return undefined;
  const license = await app.models.licenses
    .findOne({ _id: subject.licenseId, tenant: app.tenant }, null, { session: change.session })
    .lean();
  if (license?.validTo === undefined) return undefined;
  const askedAt = subject.remakes?.appliedAt ?? subject.receivedAt ?? change.now;
  return wasAskedInTime(app, loaded.pack.license?.renewal, askedAt, license.validTo)
    ? license.validTo
    : undefined;
}
