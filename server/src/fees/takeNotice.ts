import type { AppContext } from '../app/appContext.ts';
import { recordSecurityEvent } from '../audit/recordSecurityEvent.ts';
import { AppError, type ErrorCode } from '../errors/appError.ts';
import type { BillDocument } from './model.ts';
import { type PayNotice, PayNoticeRefused } from './payPort.ts';
import { settleBill } from './settleBill.ts';

/** Milliseconds by which a notice may be older or newer than our clock. */
const freshFor = 10 * 60_000;

/**
 * The cashier's notice that a payment came in. Answered alike however often the cashier sends it anew; refused and put on
 * record when it is not the cashier's, is an old one played again, or tells another amount than is owed.
 * Throws AppError `payNoticeRefused`, `payNoticeReplayed`, `payAmountMismatch`.
 */
export async function takeNotice(input: {
  app: AppContext;
  body: Readonly<Record<string, unknown>>;
}): Promise<void> {
  const { app } = input;
  const notice = await readNotice(app, input.body);
  const { paymentNo, nonce } = notice;
  const bill = (await app.models.bills
    .findOne({ tenant: app.tenant, paymentNo })
    .lean()) as BillDocument | null;
  if (bill === null) throw await refusal(app, 'payNoticeRefused', { paymentNo });
  if (Math.abs(app.time.now().getTime() - notice.sentAt.getTime()) > freshFor)
    throw await refusal(app, 'payNoticeReplayed', { paymentNo });
  try {
    await settleBill({ app, bill, report: notice, nonce });
  } catch (error) {
    if (
      error instanceof AppError &&
      (error.code === 'payNoticeReplayed' || error.code === 'payAmountMismatch')
    )
      throw await refusal(app, error.code, { paymentNo });
    throw error;
  }
}

async function readNotice(app: AppContext, body: Readonly<Record<string, unknown>>): Promise<PayNotice> {
  try {
    return app.pay.readNotice(body);
  } catch (error) {
    if (!(error instanceof PayNoticeRefused)) throw error;
    throw await refusal(app, 'payNoticeRefused', {});
  }
}

async function refusal(
  app: AppContext,
  code: ErrorCode,
  details: Record<string, unknown>,
): Promise<AppError> {
  const actor = { kind: 'anonymous' } as const;
  await recordSecurityEvent({ app, type: 'paymentNoticeRefused', actor, details: { code, ...details } });
  return new AppError(code);
}
