import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { maySee, paymentScope } from './paymentScope.ts';
import { openFen, type ReclaimDocument } from './reclaimModel.ts';

/** A reclaim as the department reads it; what may be done with it is this person's. */
export function viewReclaim(actor: Actor, reclaim: ReclaimDocument) {
  const { waiver, repayments, lines, departmentId, state } = reclaim;
  const own = actor.department.id === departmentId && state === 'open';
  const pays = own && (actor.roles.includes('approver') || actor.roles.includes('head'));
  return {
    id: reclaim._id,
    entitlementId: reclaim.entitlementId,
    caseId: reclaim.caseId,
    caseNo: reclaim.caseNo,
    itemName: reclaim.itemName,
    holderName: reclaim.holderMasked,
    ground: reclaim.ground,
    on: reclaim.on,
    reason: reclaim.reason ?? null,
    amountFen: reclaim.amountFen,
    openFen: openFen(reclaim),
    state,
    openedAt: reclaim.openedAt.toISOString(),
    documentNo: reclaim.documentNo ?? null,
    lines: lines.map(({ listId, kind, period, amountFen }) => ({ listId, kind, period, amountFen })),
    repayments: repayments.map(({ amountFen, slipNo, at, by }) => ({
      amountFen,
      slipNo,
      at: at.toISOString(),
      by: by.name,
    })),
    waiver: waiver === undefined ? null : { reason: waiver.reason, by: waiver.by.name },
    actions: [
      ...(pays ? ['repay' as const] : []),
      ...(own && actor.roles.includes('head') ? ['waive' as const] : []),
    ],
  };
}

/** The latest reclaims of this person's department, of all for a supervisor; what is open first. */
export async function listReclaims(app: AppContext, actor: Actor) {
  const found = (await app.models.reclaims
    .find(paymentScope(app, actor))
    .sort({ openedAt: -1, _id: -1 })
    .limit(500)
    .lean()) as ReclaimDocument[];
  const order = ({ state }: ReclaimDocument) => (state === 'open' ? 0 : 1);
  return {
    items: found.sort((one, other) => order(one) - order(other)).map((one) => viewReclaim(actor, one)),
  };
}

/** Throws AppError `notFound`: what another department paid does not exist for this person. */
export async function readReclaim(app: AppContext, actor: Actor, id: string): Promise<ReclaimDocument> {
  const found = (await app.models.reclaims
    .findOne({ _id: id, tenant: app.tenant })
    .lean()) as ReclaimDocument | null;
  if (found === null || !maySee(actor, found)) throw new AppError('notFound');
  return found;
}
