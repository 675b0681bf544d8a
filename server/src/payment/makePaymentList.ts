import type { ClientSession } from 'mongoose';
import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { inTransaction, isDuplicateKey } from '../store/inTransaction.ts';
import { newId } from '../store/newId.ts';
import { saveEntitlement } from './changeEntitlement.ts';
import { takePayments } from './linesOf.ts';
import { linesOfList } from './linesOfList.ts';
import { ListHash, rowHash } from './listHash.ts';
import type {
  EntitlementDocument,
  PaymentLineDocument,
  PaymentListDocument,
  PaymentScheduleDocument,
} from './model.ts';
import { closesAt, laterPeriod, never } from './period.ts';

/** Entitlements that one transaction deals with. */
const batchSize = 100;

/**
 * Makes the list of the period that a schedule stands at, once: its lines come in batches, each with the entitlements that
 * it dealt with, so that a server which dies between two goes on where it stopped. Closing it sets count, sum and hash and
 * moves the schedule on. Throws AppError `versionConflict` when another server is making it.
 */
export async function makePaymentList(app: AppContext, schedule: PaymentScheduleDocument): Promise<void> {
  const list = await openList(app, schedule);
  if (list.state === 'making') {
    let { version } = list;
    while (await takeBatch(app, list, version)) version += 1;
    await closeList(app, list, version);
  }
  const { pack } = await app.packs.live(schedule.packCode);
  const nextPeriod = laterPeriod(schedule.periodKind, schedule.nextPeriod);
  await app.models.paymentSchedules.updateOne(
    { _id: schedule._id, nextPeriod: schedule.nextPeriod },
    {
      $set: {
        nextPeriod,
        nextCloseAt: closesAt(schedule.periodKind, nextPeriod, pack.payment?.closesOn ?? 20),
      },
    },
  );
}

async function openList(app: AppContext, schedule: PaymentScheduleDocument): Promise<PaymentListDocument> {
  const { tenant } = app;
  const { packCode, periodKind, nextPeriod: period } = schedule;
  const key = { tenant, packCode, periodKind, period };
  const read = async () => (await app.models.paymentLists.findOne(key).lean()) as PaymentListDocument | null;
  const existing = await read();
  if (existing !== null) return existing;
  const { pack } = await app.packs.live(packCode);
  const list: PaymentListDocument = {
    _id: newId(),
    schemaVersion: 1,
    ...key,
    itemName: pack.name,
    departmentId: pack.department ?? '',
    columns: (pack.payment?.columns ?? []).map(({ key: column, title, from, mask }) => ({
      key: column,
      title,
      from,
      mask,
    })),
    formats: pack.payment?.formats ?? ['csv'],
    state: 'making',
    closesAt: schedule.nextCloseAt,
    count: 0,
    sumFen: 0,
    version: 1,
  };
  try {
    await app.models.paymentLists.create(list);
    return list;
  } catch (error) {
    const faster = isDuplicateKey(error) ? await read() : null;
    if (faster === null) throw error;
    return faster;
  }
}

/** Lists the next entitlements that are due. Returns false when none is left. */
async function takeBatch(app: AppContext, list: PaymentListDocument, version: number): Promise<boolean> {
  const { tenant, packCode, periodKind, period } = list;
  return inTransaction(app.connection, async (session) => {
    const due = (await app.models.entitlements
      .find({ tenant, packCode, periodKind, dueFrom: trusted({ $gt: '', $lte: period }) }, null, { session })
      .sort({ dueFrom: 1 })
      .limit(batchSize)
      .lean()) as EntitlementDocument[];
    if (due.length === 0) return false;
    await holdList(app, list._id, version, session);
    const lines: PaymentLineDocument[] = [];
    for (const entitlement of due) {
      lines.push(...linesFor(app, list, entitlement));
      await saveEntitlement(app, session, entitlement);
    }
    if (lines.length > 0) await app.models.paymentLines.insertMany(lines, { session });
    return true;
  });
}

function linesFor(
  app: AppContext,
  list: PaymentListDocument,
  entitlement: EntitlementDocument,
): PaymentLineDocument[] {
  const row = app.cipher.open<Record<string, string>>(entitlement.sealedRow, entitlement._id);
  const hash = rowHash(row);
  const payments = takePayments(entitlement, list.period);
  if (entitlement.periodKind === 'once' && entitlement.dueFrom === never && entitlement.state === 'running') {
    entitlement.state = 'ended';
    entitlement.ended = { at: app.time.now(), ground: 'paidOnce', on: '' };
  }
  return payments.map((payment) => {
    const id = newId();
    return {
      _id: id,
      schemaVersion: 1,
      tenant: app.tenant,
      listId: list._id,
      entitlementId: entitlement._id,
      caseId: entitlement.caseId,
      caseNo: entitlement.caseNo,
      holderMasked: entitlement.holderMasked,
      ...payment,
      sealedRow: app.cipher.seal(row, id),
      rowHash: hash,
    };
  });
}

/** One server makes a list at a time: whoever comes second stops. */
async function holdList(
  app: AppContext,
  listId: string,
  version: number,
  session: ClientSession,
): Promise<void> {
  const held = await app.models.paymentLists.updateOne(
    { _id: listId, version, state: 'making' },
    { $inc: { version: 1 } },
    { session },
  );
  if (held.modifiedCount !== 1) throw new AppError('versionConflict');
}

async function closeList(app: AppContext, list: PaymentListDocument, version: number): Promise<void> {
  const hash = new ListHash();
  let count = 0;
  let sumFen = 0;
  for await (const line of linesOfList(app, list._id).cursor()) {
    hash.add(line as unknown as PaymentLineDocument);
    count += 1;
    sumFen += (line as unknown as PaymentLineDocument).amountFen;
  }
  const closed = await app.models.paymentLists.updateOne(
    { _id: list._id, version, state: 'making' },
    {
      $set: { state: 'closed', madeAt: app.time.now(), count, sumFen, hash: hash.digest() },
      $inc: { version: 1 },
    },
  );
  if (closed.modifiedCount !== 1) throw new AppError('versionConflict');
}
