import { z } from 'zod';
import { areasOf } from '../catalog/areasOf.ts';
import { defineRoute } from '../http/route.ts';
import { idParams, listOf, taskSummary as taskSummarySchema } from '../http/schemas.ts';
import { dispatchRoles } from '../identity/model.ts';
import { listColleagues } from '../identity/readColleague.ts';
import { taskSummary } from '../inbox/viewTask.ts';
import { newId } from '../store/newId.ts';
import { handOver, tasksOfLeaver } from './handOver.ts';
import { listRuleScopes } from './listRuleScopes.ts';
import { listWorkload } from './listWorkload.ts';
import { type AssignmentRuleDocument, assignmentMethods } from './model.ts';
import { changeRule, createRule, listRules, removeRule } from './saveRule.ts';

const deskRoles = ['clerk', 'approver', 'head', ...dispatchRoles] as const;
const load = { open: z.number(), red: z.number(), yellow: z.number() };
const named = z.object({ id: z.string(), name: z.string() });
const id = z.string().min(1).max(64);
const howSchema = {
  method: z.enum(assignmentMethods),
  members: z.array(id).max(100).default([]),
  areas: z
    .array(z.strictObject({ division: z.string().max(32), userId: id }))
    .max(500)
    .default([]),
};
const ruleView = z.object({
  id: z.string(),
  version: z.number(),
  packCode: z.string(),
  stepKey: z.string(),
  method: z.enum(assignmentMethods),
  members: z.array(z.string()),
  areas: z.array(z.object({ division: z.string(), userId: z.string() })),
});

function viewRule(rule: AssignmentRuleDocument) {
  const [packCode = '', stepKey = ''] = rule.key.split('|');
  const { _id, version, method, members, areas } = rule;
  return { id: _id, version, packCode, stepKey, method, members, areas };
}

export const assignmentRoutes = [
  defineRoute({
    method: 'get',
    path: '/people',
    access: deskRoles,
    tag: 'people',
    summary: 'The colleagues of the own department',
    response: listOf(z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()) })),
    handle: async ({ app, actor }) => {
      const people = await listColleagues(app, actor.department.id);
      return { items: people.map((user) => ({ id: user._id, name: user.name, roles: [...user.roles] })) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/people/workload',
    access: ['head'],
    tag: 'people',
    summary: 'Open, red and yellow tasks of each person of the own department',
    response: z.object({
      department: named.extend(load),
      unclaimed: z.object(load),
      items: z.array(
        named.extend({
          ...load,
          username: z.string(),
          roles: z.array(z.string()),
          absentUntil: z.string().nullable(),
          deputy: named.nullable(),
        }),
      ),
    }),
    handle: ({ app, actor }) => listWorkload({ app, actor }),
  }),
  defineRoute({
    method: 'get',
    path: '/people/{id}/tasks',
    access: ['head', 'admin'],
    tag: 'people',
    summary: 'The open tasks of somebody who leaves',
    params: idParams,
    response: listOf(taskSummarySchema),
    handle: async ({ app, actor, params }) => {
      const { tasks } = await tasksOfLeaver({ app, actor, userId: params.id });
      return { items: tasks.map((task) => taskSummary(app, task)) };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/people/{id}/hand-over',
    access: ['head', 'admin'],
    tag: 'people',
    summary:
      'Move the open tasks of somebody who leaves; reports each; closes the account when asked and nothing is left',
    idempotent: true,
    params: idParams,
    body: z.strictObject({
      moves: z.array(z.strictObject({ taskId: id, to: id })).max(500),
      close: z.boolean().default(false),
    }),
    response: z.object({
      results: z.array(
        z.object({
          taskId: z.string(),
          ok: z.boolean(),
          problem: z.object({ code: z.string(), detail: z.string() }).optional(),
        }),
      ),
      left: z.number(),
      closed: z.boolean(),
    }),
    handle: ({ app, actor, params, body, locale }) =>
      handOver({ app, actor, userId: params.id, ...body, locale }),
  }),
  defineRoute({
    method: 'get',
    path: '/assignment-rules',
    access: ['head'],
    tag: 'people',
    summary: 'How new tasks of the own department find their person; and for what rules can be made',
    response: z.looseObject({ items: z.array(ruleView) }),
    handle: async ({ app, actor }) => ({
      items: (await listRules(app, actor)).map(viewRule),
      packs: await listRuleScopes(app, actor.department.id),
      areas: areasOf(app),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/assignment-rules',
    access: ['head'],
    tag: 'people',
    summary: 'Let new tasks of a step, of an item or of all find their person by themselves',
    status: 201,
    idempotent: true,
    body: z.strictObject({
      packCode: z.string().max(64).default(''),
      stepKey: z.string().max(64).default(''),
      ...howSchema,
    }),
    response: ruleView,
    handle: async ({ app, actor, body, requestId }) =>
      viewRule(await createRule({ app, actor, id: requestId ?? newId(), content: body })),
  }),
  defineRoute({
    method: 'put',
    path: '/assignment-rules/{id}',
    access: ['head'],
    tag: 'people',
    summary: 'Change method, people and areas of a rule (If-Match)',
    params: idParams,
    body: z.strictObject(howSchema),
    response: ruleView,
    handle: async ({ app, actor, params, body, ifMatch }) =>
      viewRule(await changeRule({ app, actor, id: params.id, version: ifMatch, content: body })),
  }),
  defineRoute({
    method: 'delete',
    path: '/assignment-rules/{id}',
    access: ['head'],
    tag: 'people',
    summary: 'Remove a rule: new tasks stay in the queue',
    params: idParams,
    handle: ({ app, actor, params }) => removeRule({ app, actor, id: params.id }),
  }),
];
