import type { FeeMoment } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import { readEngineVariables } from '../intake/readEngineVariables.ts';
import { gatherFacts, readSource } from '../licenses/readSource.ts';
import { tellAccount } from '../messages/tellAccount.ts';
import { yuanOf } from '../payment/fen.ts';
import { newId } from '../store/newId.ts';
import { earlierBills } from './earlierBills.ts';
import type { BillDocument, BillItem } from './model.ts';
import { payBack } from './payBack.ts';
import { reckonAnew } from './reckonAnew.ts';
import { reckonItems } from './reckonItems.ts';
import { saveBill } from './settleBill.ts';

/**
 * Bills what the case owes before an act, in the transaction in which that becomes known: at receipt what is due before
 * acceptance, with a grant what is due before delivery. Asked again it bills anew what has changed and was not paid yet; with
 * `anew`, as after a correction, it also bills the difference to what was paid (补缴) or owes it back (退付). What every
 * situation exempts is on record as waived. Stops no clock.
 * Throws AppError `feeQuantityUnreadable`, `versionConflict`.
 */
export async function raiseBill(options: {
  app: AppContext;
  change: CaseChange;
  due: FeeMoment;
  /** The form of the step that is just being completed: it is not in the store yet. */
  filled?: { step: string; data: Record<string, unknown> } | undefined;
  /** What the fee is reckoned from may have changed since it was paid. */
  anew?: boolean;
}): Promise<BillDocument | undefined> {
  const { app, change, due } = options;
  const { subject, session, now } = change;
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  if (!charges(loaded, due) || (await paidBefore(options))) return undefined;
  const all = (await app.models.bills
    .find({ tenant: app.tenant, caseId: subject._id }, null, { session })
    .lean()) as BillDocument[];
  const known = all.filter((bill) => bill.due === due && bill.state !== 'cancelled');
  const open = known.find(isOpen);
  const settled = known.filter((bill) => !isOpen(bill)).sort((a, b) => +a.raisedAt - +b.raisedAt);
  const [first] = settled;
  if (first !== undefined && options.anew !== true) return open ?? first;
  const { owed, back } = reckonAnew(settled, await itemsOf(options, loaded));
  for (const { bill, lines } of back)
    await payBack({ app, change, bill, lines, reason: 'reckonedAnew', ends: false });
  const backFen = back.flatMap(({ lines }) => lines).reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (backFen > 0) tellAccount(change, 'feeBack', { amount: yuanOf(backFen) });
  const totalFen = owed.reduce((sum, item) => sum + item.totalFen, 0);
  const nothing = owed.length === 0 || (first !== undefined && totalFen === 0);
  if (open !== undefined) {
    if (!nothing && sameItems(open.items, owed)) return open;
    await saveBill(app, change, open, { state: 'cancelled', endedAt: now });
  }
  if (nothing) return first;
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
    items: [...owed],
    totalFen,
    ...(first === undefined ? {} : { addsTo: first.paymentNo }),
    state: exempt ? 'waived' : 'due',
    paymentNo: `${subject.caseNo ?? ''}${String(all.length + 1).padStart(2, '0')}`,
    raisedAt: now,
    ...(exempt ? { waiver: { reason: owed.map(reasonOf).join('；'), at: now }, endedAt: now } : {}),
    refunds: [],
    nonces: [],
    asked: 0,
  };
  await app.models.bills.insertMany([bill], { session });
  const { paymentNo } = bill;
  change.event(eventOf(bill), { amount: yuanOf(totalFen), paymentNo });
  if (first !== undefined) tellAccount(change, 'feeMore', { amount: yuanOf(totalFen) });
  else if (!exempt && due === 'delivery') tellAccount(change, 'feeDue');
  return bill;
}

/** Nobody has paid or waived it: another takes its place when something else is owed. */
function isOpen({ state, totalFen }: BillDocument): boolean {
  return state === 'due' || (state === 'waived' && totalFen === 0);
}

function eventOf({ state, addsTo }: BillDocument): string {
  if (state === 'waived') return 'feeExempt';
  return addsTo === undefined ? 'feeRaised' : 'feeRaisedMore';
}

/** A matter that is decided anew after an appeal is not paid for twice. */
async function paidBefore({ app, change, due }: Parameters<typeof raiseBill>[0]): Promise<boolean> {
  const earlier = await earlierBills(app, change);
  return earlier.some(({ bill }) => bill.due === due && bill.state === 'paid');
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
  const facts = await gatherFacts(app, subject, session);
  const values =
    filled === undefined ? facts.values : { ...facts.values, [`step.${filled.step}`]: filled.data };
  const read = (source: string) => readSource({ ...facts, values }, source);
  return reckonItems({ fees: loaded.pack.fees, due, variables, read });
}

function sameItems(before: readonly BillItem[], after: readonly BillItem[]): boolean {
  const short = (items: readonly BillItem[]) =>
    JSON.stringify(
      items.map(({ key, quantity, totalFen, settledFen = 0 }) => [key, quantity, totalFen, settledFen]),
    );
  return short(before) === short(after);
}

function reasonOf({ exemption }: BillItem): string {
  return exemption === undefined ? '' : `${exemption.name['zh-CN']}（${exemption.cite}）`;
}
