import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { departmentRef, idParams, pageOf, pageQuery, textSchema } from '../../http/schemas.ts';
import { actView, answering, fileIds, readers, recordFileView, words } from '../actView.ts';
import { findingStages } from '../model.ts';
import { severities } from '../rules/ruleFile.ts';
import {
  assignFinding,
  closeFinding,
  disputeFinding,
  explainFinding,
  sendFindingBack,
} from './actOnFinding.ts';
import { listFindings } from './listFindings.ts';
import { readFinding } from './readFinding.ts';
import { viewFinding } from './viewFinding.ts';

const stage = z.enum(findingStages);
const summary = z.object({
  id: z.string(),
  kind: z.string(),
  name: textSchema,
  severity: z.enum(severities),
  caseId: z.string(),
  caseNo: z.string(),
  department: departmentRef,
  dueAt: z.string(),
  at: z.string(),
  details: z.record(z.string(), z.unknown()),
  state: z.enum(['open', 'closed']),
  stage,
  result: z.enum(['valid', 'notValid', 'settled']).nullable(),
  actBy: z.string().nullable(),
  late: z.boolean(),
});
const view = summary.extend({
  version: z.number(),
  basis: textSchema,
  ruleVersion: z.string(),
  said: textSchema,
  itemName: textSchema.nullable(),
  facts: z.array(z.object({ seq: z.number(), at: z.string(), by: textSchema, text: textSchema })),
  acts: z.array(actView),
  files: z.array(recordFileView),
  orders: z.array(
    z.object({ id: z.string(), number: z.string().nullable(), kind: z.string(), stage: z.string() }),
  ),
  can: z.array(z.string()),
});
const act = {
  method: 'post',
  tag: 'supervision',
  idempotent: true,
  params: idParams,
  response: view,
} as const;

/** Findings 监察发现: found, given to a department, explained, closed, disputed. */
export const findingRoutes = [
  defineRoute({
    method: 'get',
    path: '/supervision/findings',
    access: readers,
    tag: 'supervision',
    summary: 'Findings, latest first: all for a supervisor, the own department’s for others',
    query: pageQuery.extend({
      rule: z.string().max(64).optional(),
      department: z.string().max(32).optional(),
      state: z.enum(['open', 'closed']).optional(),
      stage: stage.optional(),
      late: z.stringbool().optional(),
      caseId: z.string().max(64).optional(),
    }),
    response: pageOf(summary),
    handle: ({ app, actor, query }) => listFindings({ app, actor, query }),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/findings/{id}',
    access: readers,
    tag: 'supervision',
    summary: 'One finding: its rule, the facts that it rests on, what has been done',
    params: idParams,
    response: view,
    handle: async ({ app, actor, params }) =>
      viewFinding(app, actor, await readFinding(app, actor, params.id)),
  }),
  defineRoute({
    ...act,
    path: '/supervision/findings/{id}/assign',
    access: ['supervisor'],
    summary: 'Give a finding to the department that is to explain it',
    body: z.strictObject({ department: z.string().max(32), text: z.string().trim().max(2000).default('') }),
    handle: async ({ app, actor, params, body }) =>
      viewFinding(app, actor, await assignFinding({ app, actor, findingId: params.id, ...body })),
  }),
  defineRoute({
    ...act,
    path: '/supervision/findings/{id}/explanation',
    access: answering,
    summary: 'Explain a finding, with papers',
    body: z.strictObject({ text: words, files: fileIds }),
    handle: async ({ app, actor, params, body }) =>
      viewFinding(app, actor, await explainFinding({ app, actor, findingId: params.id, ...body })),
  }),
  defineRoute({
    ...act,
    path: '/supervision/findings/{id}/send-back',
    access: ['supervisor'],
    summary: 'Want a better explanation',
    body: z.strictObject({ text: words }),
    handle: async ({ app, actor, params, body }) =>
      viewFinding(app, actor, await sendFindingBack({ app, actor, findingId: params.id, ...body })),
  }),
  defineRoute({
    ...act,
    path: '/supervision/findings/{id}/close',
    access: ['supervisor'],
    summary: 'Close a finding, or answer a dispute: valid or not valid',
    body: z.strictObject({ result: z.enum(['valid', 'notValid']), text: words }),
    handle: async ({ app, actor, params, body }) =>
      viewFinding(app, actor, await closeFinding({ app, actor, findingId: params.id, ...body })),
  }),
  defineRoute({
    ...act,
    path: '/supervision/findings/{id}/dispute',
    access: ['head'],
    summary: 'Dispute a finding that was closed as valid 申诉, once',
    body: z.strictObject({ text: words, files: fileIds }),
    handle: async ({ app, actor, params, body }) =>
      viewFinding(app, actor, await disputeFinding({ app, actor, findingId: params.id, ...body })),
  }),
];
