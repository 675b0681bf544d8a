import type { FeeMoment } from '@onewindow/processes';
import type { ClientSession } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import { yuanOf } from '../payment/fen.ts';
import type { BillDocument } from './model.ts';

/**
 * An act waits for what is to be paid before it; delivery for everything that is still due, also what was to be paid before
 * an acceptance that the law brought about. Throws AppError `billDue`.
 */
export async function requirePaid(options: {
  app: AppContext;
  caseId: string;
  before: FeeMoment;
  session?: ClientSession;
}): Promise<void> {
  const { app, caseId, before, session } = options;
  const bills = (await app.models.bills
    .find({ tenant: app.tenant, caseId }, null, session === undefined ? {} : { session })
    .lean()) as BillDocument[];
  const open = bills.filter(({ state, due }) => state === 'due' && (before === 'delivery' || due === before));
  if (open.length === 0) return;
  const amount = yuanOf(open.reduce((sum, { totalFen }) => sum + totalFen, 0));
  const paymentNo = open.map((bill) => bill.paymentNo).join('、');
  throw new AppError('billDue', { params: { amount, paymentNo } });
}
