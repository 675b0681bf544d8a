import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { idParams, listOf, textSchema } from '../http/schemas.ts';
import { listReclaims } from './listReclaims.ts';
import { reclaimStates } from './reclaimModel.ts';
import { recordRepayment, waiveReclaim } from './settleReclaim.ts';

const fen = z.number().int();

export const reclaimView = z.object({
  id: z.string(),
  entitlementId: z.string(),
  caseId: z.string(),
  caseNo: z.string(),
  itemName: textSchema,
  holderName: z.string(),
  ground: z.string(),
  on: z.string(),
  reason: z.string().nullable(),
  amountFen: fen,
  /** What is not back yet. */
  openFen: fen,
  state: z.enum(reclaimStates),
  openedAt: z.string(),
  /** Number of the letter to the holder; it stands among the documents of the case. */
  documentNo: z.string().nullable(),
  lines: z.array(z.object({ listId: z.string(), kind: z.string(), period: z.string(), amountFen: fen })),
  repayments: z.array(z.object({ amountFen: fen, slipNo: z.string(), at: z.string(), by: z.string() })),
  waiver: z.object({ reason: z.string(), by: z.string() }).nullable(),
  actions: z.array(z.enum(['repay', 'waive'])),
});

/** 追回 of what was paid beyond the end of a benefit. */
export const reclaimRoutes = [
  defineRoute({
    method: 'get',
    path: '/reclaims',
    access: ['approver', 'head', 'supervisor'],
    tag: 'payment',
    summary: 'Overpaid benefits that are claimed back, of the own department',
    response: listOf(reclaimView),
    handle: ({ app, actor }) => listReclaims(app, actor),
  }),
  defineRoute({
    method: 'post',
    path: '/reclaims/{id}/repayments',
    access: ['approver', 'head'],
    tag: 'payment',
    summary: 'Record what came back from the holder, in part or whole',
    params: idParams,
    body: z.strictObject({ amountFen: z.int().min(1), slipNo: z.string().trim().min(1).max(40) }),
    handle: ({ app, actor, params, body }) => recordRepayment({ app, actor, id: params.id, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/reclaims/{id}/waive',
    access: ['head'],
    tag: 'payment',
    summary: 'The head lets off what is not back yet, with a reason',
    params: idParams,
    body: z.strictObject({ reason: z.string().trim().min(2).max(500) }),
    handle: ({ app, actor, params, body }) =>
      waiveReclaim({ app, actor, id: params.id, reason: body.reason }),
  }),
];
