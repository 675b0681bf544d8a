import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { readCase } from '../cases/readCase.ts';
import { AppError } from '../errors/appError.ts';
import { defineRoute } from '../http/route.ts';
import { idParams, listOf } from '../http/schemas.ts';
import { caseBehindToken } from '../public/caseBehindToken.ts';
import { checkPayment, openOrder } from './openOrder.ts';
import { billIdBody, billView } from './schemas.ts';
import { SimulatedCashier } from './simulatedCashier.ts';
import { takeNotice } from './takeNotice.ts';
import { publicBills } from './viewBill.ts';

const tokenParams = z.object({ token: z.string().regex(/^[\w-]{20,64}$/) });
const paymentParams = z.object({ paymentNo: z.string().regex(/^\d{4,40}$/) });
const order = z.object({ url: z.string() });
const cashierOrder = z.object({
  paymentNo: z.string(),
  amountFen: z.number().int(),
  title: z.string(),
  state: z.enum(['unpaid', 'paid']),
  returnPath: z.string(),
});

/** Paying online: by the holder of the account, or by whoever has the progress token from the receipt. */
export const payRoutes = [
  defineRoute({
    method: 'post',
    path: '/portal/cases/{id}/payments',
    access: ['applicant'],
    tag: 'portal',
    summary: 'Go to the cashier with a bill of an own application',
    params: idParams,
    body: billIdBody,
    response: order,
    handle: async ({ app, actor, params, body }) => {
      const subject = await readCase(app, actor, params.id);
      return openOrder({
        app,
        subject,
        ...body,
        returnPath: `/portal/cases/${subject._id}?paid=${body.billId}`,
      });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/portal/cases/{id}/payments/check',
    access: ['applicant'],
    tag: 'portal',
    summary: 'Back from the cashier: ask whether the bill was paid',
    params: idParams,
    body: billIdBody,
    response: listOf(billView),
    handle: async ({ app, actor, params, body }) => {
      const subject = await readCase(app, actor, params.id);
      await checkPayment({ app, subject, ...body });
      return { items: await publicBills(app, subject._id) };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/public/progress/{token}/payments',
    access: 'public',
    tag: 'public',
    summary: 'Go to the cashier with a bill of the case behind this token',
    params: tokenParams,
    body: billIdBody,
    response: order,
    handle: async ({ app, params, body }) => {
      const subject = await caseBehindToken(app, params.token);
      return openOrder({
        app,
        subject,
        ...body,
        returnPath: `/progress/${params.token}?paid=${body.billId}`,
      });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/public/progress/{token}/payments/check',
    access: 'public',
    tag: 'public',
    summary: 'Back from the cashier: ask whether the bill was paid',
    params: tokenParams,
    body: billIdBody,
    response: listOf(billView),
    handle: async ({ app, params, body }) => {
      const subject = await caseBehindToken(app, params.token);
      await checkPayment({ app, subject, ...body });
      return { items: await publicBills(app, subject._id) };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/public/payments/notice',
    access: 'public',
    tag: 'public',
    summary: "The cashier's signed notice of a payment",
    body: z.record(z.string(), z.unknown()),
    response: z.object({ taken: z.boolean() }),
    handle: async ({ app, body }) => {
      await takeNotice({ app, body });
      return { taken: true };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/dev/cashier/{paymentNo}',
    access: 'public',
    tag: 'fees',
    summary: 'An order at the simulated cashier (profile dev only)',
    params: paymentParams,
    response: cashierOrder,
    handle: ({ app, params }) => viewOrder(simulatorOf(app), params.paymentNo),
  }),
  defineRoute({
    method: 'post',
    path: '/dev/cashier/{paymentNo}/pay',
    access: 'public',
    tag: 'fees',
    summary: 'Pay at the simulated cashier; its notice may get lost (profile dev only)',
    params: paymentParams,
    body: z.strictObject({ notice: z.enum(['sent', 'lost']).default('sent') }),
    response: cashierOrder,
    handle: async ({ app, params, body }) => {
      const cashier = simulatorOf(app);
      if ((await cashier.order(params.paymentNo)) === null) throw new AppError('notFound');
      const report = await cashier.pay(params.paymentNo);
      if (body.notice === 'sent') await takeNotice({ app, body: cashier.sign(report) });
      return viewOrder(cashier, params.paymentNo);
    },
  }),
];

/** Throws AppError `notFound` where the cashier is a real one, or none. */
function simulatorOf(app: AppContext): SimulatedCashier {
  if (app.config.PROFILE !== 'dev' || !(app.pay instanceof SimulatedCashier)) throw new AppError('notFound');
  return app.pay;
}

async function viewOrder(cashier: SimulatedCashier, paymentNo: string) {
  const order = await cashier.order(paymentNo);
  if (order === null) throw new AppError('notFound');
  const { amountFen, title, state, returnUrl } = order;
  const { pathname, search } = new URL(returnUrl);
  return { paymentNo, amountFen, title, state, returnPath: `${pathname}${search}` };
}
