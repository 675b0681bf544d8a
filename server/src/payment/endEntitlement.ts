import { shanghaiDay } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import { reauthenticate } from '../identity/reauthenticate.ts';
import { entitlementsOfCase, readAgain, saveEntitlement } from './changeEntitlement.ts';
import { yuanOf } from './fen.ts';
import type { EndGround, EntitlementDocument } from './model.ts';
import { openReclaim } from './openReclaim.ts';
import { readEntitlement } from './paymentScope.ts';
import { paymentsTo } from './paymentsTo.ts';
import { never, periodOf } from './period.ts';
import { excessOf } from './reckonPeriods.ts';

/**
 * The department ends a benefit: on death, because the conditions are gone, or when its register strikes the holder off.
 * The period in which the day lies is the last one paid; what was paid beyond it is claimed back (`openReclaim`).
 * Throws AppError `entitlementEnded`, `reauthenticationFailed`, `notFound`, `forbidden` (not the head).
 */
export async function endEntitlement(input: {
  app: AppContext;
  actor: Actor;
  id: string;
  ground: Extract<EndGround, 'death' | 'deregistration' | 'decision'>;
  /** Shanghai day on which the ground came. */
  on: string;
  reason: string;
  password: string;
}): Promise<void> {
  const { app, actor, id, ground, on, reason } = input;
  const { caseId } = await readEntitlement(app, actor, id);
  if (on > shanghaiDay(app.time.now())) throw new AppError('dayAhead');
  await reauthenticate({ app, actor, password: input.password });
  await changeCase({
    app,
    caseId,
    actor: asEventActor(actor),
    work: async (change) => {
      const entitlement = await readAgain(app, change.session, id);
      if (entitlement.state === 'ended') throw new AppError('entitlementEnded');
      await end({ app, change, entitlement, ground, on, details: { reason } });
    },
  });
}

/** A granted deregistration ends what its holder receives under the same item, with the day of the decision. */
export async function endEntitlementsOfHolder(options: {
  app: AppContext;
  change: CaseChange;
}): Promise<void> {
  const { app, change } = options;
  const { holderIndex = '', packCode, caseNo = '' } = change.subject;
  const held = (await app.models.entitlements
    .find({ tenant: app.tenant, holderIndex }, null, { session: change.session })
    .lean()) as EntitlementDocument[];
  for (const entitlement of held.filter((one) => one.packCode === packCode && one.state !== 'ended'))
    await end({
      app,
      change,
      entitlement,
      ground: 'deregistration',
      on: shanghaiDay(change.now),
      details: { of: entitlement.caseNo, by: caseNo },
    });
}

/** Ends what a case gives, in the transaction of the act that takes its decision away; from the period of that day on. */
export async function endEntitlementOfCase(options: {
  app: AppContext;
  change: CaseChange;
  ground: EndGround;
  details: Record<string, unknown>;
}): Promise<void> {
  const { app, change, ground, details } = options;
  for (const entitlement of await entitlementsOfCase(app, change.session, change.subject._id)) {
    if (entitlement.state === 'ended') continue;
    await end({ app, change, entitlement, ground, on: shanghaiDay(change.now), details });
  }
}

/** Ends an entitlement in the transaction of what ends it. */
async function end(options: {
  app: AppContext;
  change: CaseChange;
  entitlement: EntitlementDocument;
  ground: EndGround;
  on: string;
  details: Record<string, unknown>;
}): Promise<void> {
  const { app, change, entitlement, ground, on } = options;
  const last = periodOf(entitlement.periodKind, on);
  const { lines, reclaims } = await paymentsTo(app, entitlement._id, change.session);
  const beyond = lines.filter(({ period }) => period > last);
  const overpaid = excessOf({ amountFen: 0 }, beyond, reclaims);
  const overpaidFen = overpaid.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const ended = { at: change.now, ground, on };
  entitlement.state = 'ended';
  entitlement.ended = ended;
  entitlement.lastPeriod = last;
  entitlement.owed = entitlement.owed.filter(({ period }) => period <= last);
  entitlement.held = [];
  entitlement.suspensions = [];
  delete entitlement.nextLookAt;
  if (entitlement.nextPeriod > last && entitlement.owed.length === 0) entitlement.dueFrom = never;
  await saveEntitlement(app, change.session, entitlement);
  change.event('benefitEnded', { ground, day: on, overpaid: yuanOf(overpaidFen), ...options.details });
  const { reason } = options.details;
  await openReclaim({
    app,
    change,
    entitlement,
    why: { ground, on, ...(typeof reason === 'string' ? { reason } : {}) },
    excess: overpaid,
  });
}
