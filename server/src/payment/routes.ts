import { z } from 'zod';
import { defineRoute, FileAnswer } from '../http/route.ts';
import {
  daySchema,
  departmentRef,
  idParams,
  listOf,
  pageOf,
  pageQuery,
  textSchema,
} from '../http/schemas.ts';
import { claimBackExcess } from './claimBackExcess.ts';
import { endEntitlement } from './endEntitlement.ts';
import { exportMediaTypes, exportPaymentList } from './exportPaymentList.ts';
import { reclaimStates } from './reclaimModel.ts';
import { resumeEntitlement } from './resumeEntitlement.ts';
import { returnPayment } from './returnPayment.ts';
import { listEntitlements, viewBenefitsOfCase, viewEntitlement } from './viewEntitlement.ts';
import { listPaymentLists, viewPaymentList } from './viewPaymentList.ts';

const payers = ['approver', 'head'] as const;
const readers = ['approver', 'head', 'supervisor'] as const;
const period = z.string().max(10);
const fen = z.number().int();
const lineKind = z.enum(['period', 'arrears', 'returned']);

const listSummary = z.object({
  id: z.string(),
  packCode: z.string(),
  itemName: textSchema,
  department: departmentRef,
  period,
  state: z.enum(['making', 'closed']),
  closesAt: z.string(),
  madeAt: z.string().nullable(),
  count: z.number(),
  sumFen: fen,
  hash: z.string().nullable(),
  formats: z.array(z.enum(['csv', 'xlsx'])),
});

const entitlementSummary = z.object({
  id: z.string(),
  caseId: z.string(),
  caseNo: z.string(),
  packCode: z.string(),
  itemName: textSchema,
  holderName: z.string(),
  amountFen: fen,
  periodKind: z.enum(['month', 'quarter', 'year', 'once']),
  state: z.enum(['running', 'suspended', 'ended']),
  firstPeriod: period,
  begunAt: z.string(),
  ended: z.object({ ground: z.string(), on: z.string() }).nullable(),
});

const entitlementView = entitlementSummary.extend({
  nextPeriod: period,
  lastPeriod: period.nullable(),
  /** Paid before the amount was lowered and beyond it, as long as it is neither claimed back nor settled. */
  overpaidFen: fen,
  held: z.array(period),
  owed: z.array(z.object({ kind: lineKind, period, amountFen: fen })),
  suspensions: z.array(
    z.object({
      ground: z.string(),
      name: textSchema,
      announcedAt: z.string(),
      effectiveOn: z.string(),
      fromPeriod: period,
      inForce: z.boolean(),
      byDecision: z.boolean(),
    }),
  ),
  payments: z.array(
    z.object({
      listId: z.string(),
      kind: lineKind,
      period,
      amountFen: fen,
      returned: z.object({ at: z.string(), reason: z.string() }).nullable(),
    }),
  ),
  history: z.array(
    z.object({ seq: z.number(), at: z.string(), type: z.string(), text: textSchema, actor: z.string() }),
  ),
});

const reason = z.string().trim().min(1).max(500);
const password = z.string().min(1).max(200);

export const paymentRoutes = [
  defineRoute({
    method: 'get',
    path: '/payment-lists',
    access: readers,
    tag: 'payment',
    summary: 'Payment lists of the own department, newest first',
    query: z.object({ packCode: z.string().max(64).optional(), period: period.optional() }),
    response: listOf(listSummary),
    handle: ({ app, actor, query }) => listPaymentLists({ app, actor, query }),
  }),
  defineRoute({
    method: 'get',
    path: '/payment-lists/{id}',
    access: readers,
    tag: 'payment',
    summary: 'A payment list with a page of its lines, covered, and its use log',
    params: idParams,
    query: z.object({
      after: z
        .string()
        .regex(/^\d{1,7}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: listSummary.extend({
      columns: z.array(z.object({ key: z.string(), title: textSchema })),
      lines: z.array(
        z.object({
          id: z.string(),
          entitlementId: z.string(),
          caseNo: z.string(),
          holderName: z.string(),
          kind: lineKind,
          period,
          amountFen: fen,
          row: z.array(z.string()),
          returned: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
          /** Where it was paid beyond the end of the benefit: how far claiming it back has come. */
          reclaim: z.enum(reclaimStates).nullable(),
        }),
      ),
      nextAfter: z.string().nullable(),
      log: z.array(z.object({ at: z.string(), by: z.string(), purpose: z.string(), format: z.string() })),
    }),
    handle: ({ app, actor, params, query }) => viewPaymentList({ app, actor, id: params.id, query }),
  }),
  defineRoute({
    method: 'get',
    path: '/payment-lists/{id}/content',
    access: payers,
    tag: 'payment',
    summary: 'A payment list as a file for the bank, with a stated purpose',
    params: idParams,
    query: z.object({
      format: z.enum(['csv', 'xlsx']).default('csv'),
      useCause: z.string().max(400).optional(),
    }),
    responseMediaType: 'application/octet-stream',
    handle: async ({ app, actor, params, query }) => {
      const { format, useCause: purpose } = query;
      const file = await exportPaymentList({ app, actor, id: params.id, format, purpose });
      return new FileAnswer({ ...file, mediaType: exportMediaTypes[format] });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/payment-lists/{id}/lines/{line}/return',
    access: payers,
    tag: 'payment',
    summary: 'Record that the bank returned a payment; the next list pays it again',
    params: z.object({ id: z.string().max(64), line: z.string().max(64) }),
    body: z.object({ reason }),
    handle: ({ app, actor, params, body }) =>
      returnPayment({ app, actor, listId: params.id, lineId: params.line, reason: body.reason }),
  }),
  defineRoute({
    method: 'get',
    path: '/entitlements',
    access: readers,
    tag: 'payment',
    summary: 'Benefits that the own department pays',
    query: pageQuery.extend({
      state: z.enum(['running', 'suspended', 'ended']).optional(),
      caseNo: z.string().max(40).optional(),
    }),
    response: pageOf(entitlementSummary),
    handle: ({ app, actor, query }) => listEntitlements({ app, actor, query }),
  }),
  defineRoute({
    method: 'get',
    path: '/entitlements/{id}',
    access: readers,
    tag: 'payment',
    summary: 'A benefit with its suspensions, payments and history',
    params: idParams,
    response: entitlementView,
    handle: ({ app, actor, params }) => viewEntitlement({ app, actor, id: params.id }),
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/benefits',
    access: readers,
    tag: 'payment',
    summary: 'Benefits that a case gave; none for whom does not pay them',
    params: idParams,
    response: listOf(entitlementView),
    handle: ({ app, actor, params }) => viewBenefitsOfCase({ app, actor, caseId: params.id }),
  }),
  defineRoute({
    method: 'post',
    path: '/entitlements/{id}/end',
    access: payers,
    tag: 'payment',
    summary: 'End a benefit (with password): death, struck off a register, or a decision',
    params: idParams,
    body: z.object({
      ground: z.enum(['death', 'deregistration', 'decision']),
      on: daySchema,
      reason,
      password,
    }),
    handle: ({ app, actor, params, body }) => endEntitlement({ app, actor, id: params.id, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/entitlements/{id}/claim-back',
    access: ['head'],
    tag: 'payment',
    summary: 'Claim back what was paid before the amount was lowered (with password)',
    params: idParams,
    body: z.object({ reason, password }),
    handle: ({ app, actor, params, body }) => claimBackExcess({ app, actor, id: params.id, ...body }),
  }),
  defineRoute({
    method: 'post',
    path: '/entitlements/{id}/resume',
    access: payers,
    tag: 'payment',
    summary: 'Lift a suspension that ends by decision (with password)',
    params: idParams,
    body: z.object({ ground: z.string().max(64), reason, password }),
    handle: ({ app, actor, params, body }) => resumeEntitlement({ app, actor, id: params.id, ...body }),
  }),
];
