import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { newId } from '../store/newId.ts';
import { yuanOf } from './fen.ts';
import type { EntitlementDocument, PaymentLineDocument } from './model.ts';
import { oweReclaimLetter } from './oweReclaimLetter.ts';
import type { Excess } from './reckonPeriods.ts';
import { openFen, type ReclaimDocument } from './reclaimModel.ts';

/** Records what a benefit was overpaid and owes its holder the letter, in the caller's transaction; nothing where nothing was. */
export async function openReclaim(options: {
  app: AppContext;
  change: CaseChange;
  entitlement: EntitlementDocument;
  why: Pick<ReclaimDocument, 'ground' | 'on' | 'reason'>;
  excess: readonly Excess[];
}): Promise<void> {
  const { app, change, entitlement, why, excess } = options;
  if (excess.length === 0) return;
  const reclaim: ReclaimDocument = {
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    entitlementId: entitlement._id,
    caseId: entitlement.caseId,
    caseNo: entitlement.caseNo,
    itemName: entitlement.itemName,
    departmentId: entitlement.departmentId,
    holderMasked: entitlement.holderMasked,
    ...why,
    lines: excess.map(({ line: { _id, listId, kind, period }, amountFen }) => ({
      lineId: _id,
      listId,
      kind,
      period,
      amountFen,
    })),
    amountFen: excess.reduce((sum, { amountFen }) => sum + amountFen, 0),
    repayments: [],
    state: 'open',
    openedAt: change.now,
  };
  const documentNo = await oweReclaimLetter({ app, change, reclaim, entitlement });
  await app.models.reclaims.insertMany([{ ...reclaim, documentNo }], { session: change.session });
  change.event('reclaimOpened', { amount: yuanOf(reclaim.amountFen), periods: excess.length });
}

/** The bank gave back a payment that was claimed back: it never arrived, and is claimed no longer. */
export async function dropFromReclaim(app: AppContext, change: CaseChange, line: PaymentLineDocument) {
  const { tenant } = app;
  const { session } = change;
  const known = (await app.models.reclaims
    .find({ tenant, entitlementId: line.entitlementId }, null, { session })
    .lean()) as ReclaimDocument[];
  const reclaim = known.find(
    ({ state, lines }) => state === 'open' && lines.some(({ lineId }) => lineId === line._id),
  );
  if (reclaim === undefined) return;
  const lines = reclaim.lines.filter(({ lineId }) => lineId !== line._id);
  // Of a payment before the amount was lowered only the difference is claimed.
  const amountFen = lines.reduce((sum, one) => sum + one.amountFen, 0);
  const rest = openFen({ ...reclaim, amountFen });
  const state = lines.length === 0 ? 'returned' : rest <= 0 ? 'repaid' : 'open';
  await app.models.reclaims.updateOne(
    { _id: reclaim._id },
    { $set: { lines, amountFen, state } },
    { session },
  );
  change.event('reclaimReduced', { period: line.period, amount: yuanOf(reclaim.amountFen - amountFen) });
}
