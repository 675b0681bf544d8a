import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';
import type { EntitlementDocument, PaymentLineDocument } from '../payment/model.ts';
import { openFen, type ReclaimDocument } from '../payment/reclaimModel.ts';
import { isInForce } from '../payment/suspensionRules.ts';
import { ownAccount, verifiedHolders } from './parties.ts';

/** Payments that are told of each benefit, the latest first: two years of months. */
const told = 24;

/**
 * 我的待遇: what is paid to the parties of the account that a register has confirmed, the running ones first. Wherever it was
 * applied for: at a village window too.
 */
export async function listOwnBenefits(app: AppContext, accountId: string) {
  const holders = verifiedHolders(app, await ownAccount(app, accountId));
  if (holders.length === 0) return { items: [] };
  const found = (await app.models.entitlements
    .find({ tenant: app.tenant, holderIndex: trusted({ $in: holders }) })
    .lean()) as EntitlementDocument[];
  found.sort((one, other) => orderOf(one) - orderOf(other) || (one._id < other._id ? 1 : -1));
  return { items: await Promise.all(found.map((entitlement) => viewOwnBenefit(app, entitlement))) };
}

/** What is paid stands above what has ended. */
function orderOf({ state }: EntitlementDocument): number {
  return state === 'ended' ? 1 : 0;
}

async function viewOwnBenefit(app: AppContext, entitlement: EntitlementDocument) {
  const { pack } = await app.packs.version(entitlement.packCode, entitlement.packVersion);
  const rules = pack.payment?.suspensions ?? [];
  const payments = (await app.models.paymentLines
    .find({ tenant: app.tenant, entitlementId: entitlement._id })
    .sort({ period: -1, _id: -1 })
    .limit(told)
    .lean()) as PaymentLineDocument[];
  const reclaims = (await app.models.reclaims
    .find({ tenant: app.tenant, entitlementId: entitlement._id })
    .lean()) as ReclaimDocument[];
  const { ended } = entitlement;
  return {
    id: entitlement._id,
    caseNo: entitlement.caseNo,
    itemName: entitlement.itemName,
    department: departmentRef(app, entitlement.departmentId),
    holderName: entitlement.holderMasked,
    amountFen: entitlement.amountFen,
    periodKind: entitlement.periodKind,
    state: entitlement.state,
    firstPeriod: entitlement.firstPeriod,
    lastPeriod: entitlement.lastPeriod ?? null,
    ended: ended === undefined ? null : { ground: ended.ground, on: ended.on },
    suspensions: entitlement.suspensions.map((one) => {
      const rule = rules.find(({ key }) => key === one.ground);
      return {
        name: rule?.name ?? { 'zh-CN': one.ground, en: one.ground },
        effectiveOn: one.effectiveOn,
        fromPeriod: one.fromPeriod,
        inForce: isInForce(one),
        resumes: rule?.resume.when ?? null,
      };
    }),
    held: entitlement.held,
    owed: entitlement.owed.map(({ kind, period, amountFen }) => ({ kind, period, amountFen })),
    /** 追回: what was paid too much, and what of it is to be paid back. */
    reclaims: reclaims.map((reclaim) => ({
      amountFen: reclaim.amountFen,
      openFen: openFen(reclaim),
      state: reclaim.state,
      from: reclaim.lines.map(({ period }) => period).sort()[0] ?? '',
    })),
    payments: payments.map(({ kind, period, amountFen, returned }) => ({
      kind,
      period,
      amountFen,
      returned: returned === undefined ? null : { at: returned.at.toISOString(), reason: returned.reason },
    })),
  };
}
