import type { FeeMoment } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import { gatherFacts, readSource } from '../licenses/readSource.ts';
import { tellAccount } from '../messages/tellAccount.ts';
import { yuanOf } from '../payment/fen.ts';
import { newId } from '../store/newId.ts';
import type { BillDocument, BillItem } from './model.ts';
import { reckonItems } from './reckonItems.ts';

/**
 * Bills what the case owes before an act, in the transaction in which that becomes known: at receipt what is due before
 * acceptance, with a grant what is due before delivery. Asked again, as after a correction, it bills anew what has changed
 * and was not paid yet. What every situation exempts is on record as waived. Stops no clock.
 * Throws AppError `feeQuantityUnreadable`.
 */
export async function raiseBill(options: {
  app: AppContext;
  change: CaseChange;
  due: FeeMoment;
  /** The form of the step that is just being completed: it is not in the store yet. */
  filled?: { step: string; data: Record<string, unknown> } | undefined;
}): Promise<BillDocument | undefined> {
  const { app, change, due } = options;
  const { subject, session, now } = change;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  if (!charges(loaded, due)) return undefined;
  const items = await itemsOf(options, loaded);
  const totalFen = items.reduce((sum, item) => sum + item.totalFen, 0);
  const known = (await app.models.bills
    .find({ tenant: app.tenant, caseId: subject._id }, null, { session })
    .lean()) as BillDocument[];
  const earlier = known.find((bill) => bill.due === due && bill.state !== 'cancelled');
  if (earlier !== undefined) {
    if (earlier.state !== 'due' || sameItems(earlier.items, items)) return earlier;
    await app.models.bills.updateOne(
      { _id: earlier._id, state: 'due' },
      { $set: { state: 'cancelled', endedAt: now } },
      { session },
    );
  }
  if (items.length === 0) return undefined;
  const exempt = totalFen === 0;
  const bill: BillDocument = {
    _id: newId(),
    schemaVersion: 1,
    tenant: app.tenant,
    caseId: subject._id,
    caseNo: subject.caseNo ?? '',
    packCode: subject.packCode,
    itemName: subject.itemName,
    departmentId: subject.departmentId,
    due,
    items,
    totalFen,
    state: exempt ? 'waived' : 'due',
    paymentNo: `${subject.caseNo ?? ''}${String(known.length + 1).padStart(2, '0')}`,
    raisedAt: now,
    ...(exempt ? { waiver: { reason: items.map(reasonOf).join('；'), at: now }, endedAt: now } : {}),
    refunds: [],
    nonces: [],
    asked: 0,
  };
  await app.models.bills.insertMany([bill], { session });
  const { paymentNo } = bill;
  change.event(exempt ? 'feeExempt' : 'feeRaised', { amount: yuanOf(totalFen), paymentNo });
  if (!exempt && due === 'delivery') tellAccount(change, 'feeDue');
  return bill;
}

/** Whether the pack charges anything before this act. */
export function charges({ pack }: Pick<LoadedPack, 'pack'>, due: FeeMoment): boolean {
  return pack.fees.some((fee) => fee.amountFen !== undefined && fee.due === due);
}

async function itemsOf(
  { app, change, due, filled }: Parameters<typeof raiseBill>[0],
  loaded: LoadedPack,
): Promise<BillItem[]> {
  const { subject, session } = change;
  const { variables } = await readEngineVariables({ app, subject, session });
  const facts = await gatherFacts(app, subject);
  const values =
    filled === undefined ? facts.values : { ...facts.values, [`step.${filled.step}`]: filled.data };
  const read = (source: string) => readSource({ ...facts, values }, source);
  return reckonItems({ fees: loaded.pack.fees, due, variables, read });
}

function sameItems(before: readonly BillItem[], after: readonly BillItem[]): boolean {
  const short = (items: readonly BillItem[]) =>
    JSON.stringify(items.map(({ key, quantity, totalFen }) => [key, quantity, totalFen]));
  return short(before) === short(after);
}

function reasonOf({ exemption }: BillItem): string {
  return exemption === undefined ? '' : `${exemption.name['zh-CN']}（${exemption.cite}）`;
}
