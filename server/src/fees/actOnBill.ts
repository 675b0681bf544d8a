import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { type CaseChange, changeCase } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import type { BillDocument } from './model.ts';

/**
 * Frame of what a person does to a bill: `may` throws for whom it is not, then `work` is carried out on the bill as it is in
 * the transaction of the case. Throws AppError `notFound`, and what `may` and `work` throw.
 */
export async function actOnBill(input: {
  app: AppContext;
  actor: Actor;
  billId: string;
  may: (bill: BillDocument) => unknown;
  work: (change: CaseChange, bill: BillDocument) => Promise<void>;
}): Promise<void> {
  const { app, actor, billId, may, work } = input;
  const bill = await readBill(app, billId);
  await may(bill);
  await changeCase({
    app,
    caseId: bill.caseId,
    actor: asEventActor(actor),
    request: actor.request,
    work: async (change) => work(change, await readBill(app, billId, change.session)),
  });
}

/** The bill, as it is in a transaction where one is given. Throws AppError `notFound`. */
export async function readBill(app: AppContext, id: string, session?: ClientSession): Promise<BillDocument> {
  const bill = (await app.models.bills
    .findOne({ _id: id, tenant: app.tenant }, null, session === undefined ? {} : { session })
    .lean()) as BillDocument | null;
  if (bill === null) throw new AppError('notFound');
  return bill;
}
