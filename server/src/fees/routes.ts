import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { readCase } from '../cases/readCase.ts';
import { wasCarriedOut } from '../cases/wasCarriedOut.ts';
import { defineRoute } from '../http/route.ts';
import { idParams, listOf } from '../http/schemas.ts';
import type { Actor } from '../identity/actor.ts';
import { billView, receiptNoSchema } from './schemas.ts';
import { payOut, takePayment } from './takePayment.ts';
import { officeBills } from './viewBill.ts';
import { waiveBill } from './waiveBill.ts';

const done = z.object({ done: z.boolean() });

/** An act on a bill that was carried out before is answered as it was. */
async function again({ app, actor, params }: { app: AppContext; actor: Actor; params: { id: string } }) {
  const bill = await app.models.bills.findOne({ _id: params.id, tenant: app.tenant }).lean();
  const subject =
    bill === null ? null : await app.models.cases.findOne({ _id: bill.caseId, tenant: app.tenant }).lean();
  return subject !== null && wasCarriedOut(subject, actor.request) ? { done: true } : undefined;
}

/** 收费: what a case owes, taken, waived and paid back by the office. */
export const feeRoutes = [
  defineRoute({
    method: 'get',
    path: '/cases/{id}/bills',
    access: ['clerk', 'approver', 'head', 'supervisor'],
    tag: 'fees',
    summary: 'What the case owes and has paid',
    params: idParams,
    response: listOf(billView).extend({ payPath: z.string() }),
    handle: async ({ app, actor, params }) => {
      const subject = await readCase(app, actor, params.id);
      const payPath = `/progress/${subject.progressToken}`;
      return { items: await officeBills(app, actor, subject), payPath };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/bills/{id}/payment',
    access: ['clerk'],
    tag: 'fees',
    summary: 'The window takes a payment in cash or by card',
    params: idParams,
    body: z.strictObject({
      method: z.enum(['cash', 'pos']),
      amountFen: z.int().min(1),
      receiptNo: receiptNoSchema,
      slipNo: z.string().trim().min(1).max(40).optional(),
    }),
    response: done,
    again,
    handle: async ({ app, actor, params, body }) => {
      await takePayment({ app, actor, billId: params.id, ...body });
      return { done: true };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/bills/{id}/waive',
    access: ['head'],
    tag: 'fees',
    summary: 'The head of the department that charges waives a bill, with a reason',
    params: idParams,
    body: z.strictObject({ reason: z.string().trim().min(2).max(500) }),
    response: done,
    again,
    handle: async ({ app, actor, params, body }) => {
      await waiveBill({ app, actor, billId: params.id, reason: body.reason });
      return { done: true };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/bills/{id}/pay-out',
    access: ['clerk'],
    tag: 'fees',
    summary: 'What was paid at the window has been paid back there',
    params: idParams,
    body: z.strictObject({ slipNo: z.string().trim().min(1).max(40) }),
    response: done,
    again,
    handle: async ({ app, actor, params, body }) => {
      await payOut({ app, actor, billId: params.id, slipNo: body.slipNo });
      return { done: true };
    },
  }),
];
