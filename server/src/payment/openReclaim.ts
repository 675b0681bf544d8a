import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { newId } from '../store/newId.ts';
import { yuanOf } from './fen.ts';
import type { EntitlementDocument, PaymentLineDocument } from './model.ts';
import { oweReclaimLetter } from './oweReclaimLetter.ts';
import { openFen, type ReclaimDocument } from './reclaimModel.ts';

/** Records what was paid beyond the end of a benefit and owes its holder the letter, in the transaction of that end; nothing where nothing was. */
export async function openReclaim(options: {
  app: AppContext;
  change: CaseChange;
  entitlement: EntitlementDocument & Required<Pick<EntitlementDocument, 'ended'>>;
  lines: readonly PaymentLineDocument[];
  reason: string | undefined;
}): Promise<void> {
  const { app, change, entitlement, lines, reason } = options;
  if (lines.length === 0) return;
  const { ground, on } = entitlement.ended;
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
    ground,
    on,
    ...(reason === undefined ? {} : { reason }),
    lines: lines.map(({ _id, listId, kind, period, amountFen }) => ({
      lineId: _id,
      listId,
      kind,
      period,
      amountFen,
    })),
    amountFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
    repayments: [],
    state: 'open',
    openedAt: change.now,
  };
  const documentNo = await oweReclaimLetter(app, change, reclaim);
  await app.models.reclaims.insertMany([{ ...reclaim, documentNo }], { session: change.session });
  change.event('reclaimOpened', { amount: yuanOf(reclaim.amountFen), periods: lines.length });
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
  const amountFen = reclaim.amountFen - line.amountFen;
  const rest = openFen({ ...reclaim, amountFen });
  const state = lines.length === 0 ? 'returned' : rest <= 0 ? 'repaid' : 'open';
  await app.models.reclaims.updateOne(
    { _id: reclaim._id },
    { $set: { lines, amountFen, state } },
    { session },
  );
  change.event('reclaimReduced', { period: line.period, amount: yuanOf(line.amountFen) });
}
