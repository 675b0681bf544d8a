import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { idParams } from '../http/schemas.ts';
import { dispatchRoles } from '../identity/model.ts';
import { newId } from '../store/newId.ts';
import { changeOpinion, dropOpinion, keepOpinion, listOpinions, viewOpinion } from './keepOpinion.ts';
import { opinionPlaceholders } from './model.ts';

const writers = ['clerk', 'approver', 'head', ...dispatchRoles] as const;
const title = z.string().trim().min(1).max(50);
const text = z.string().trim().min(1).max(1000);
const view = z.object({
  id: z.string(),
  scope: z.enum(['own', 'department']),
  title: z.string(),
  text: z.string(),
  by: z.string(),
  version: z.number(),
  editable: z.boolean(),
});

export const opinionRoutes = [
  defineRoute({
    method: 'get',
    path: '/opinion-templates',
    access: writers,
    tag: 'opinions',
    summary: "Templates of opinions: the caller's and the department's",
    response: z.object({
      items: z.array(view),
      placeholders: z.array(z.string()),
      mayWriteForDepartment: z.boolean(),
    }),
    handle: async ({ app, actor }) => ({
      items: await listOpinions(app, actor),
      placeholders: opinionPlaceholders,
      mayWriteForDepartment: actor.roles.includes('head'),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/opinion-templates',
    access: writers,
    tag: 'opinions',
    summary: 'Keep a template (of the department: its head)',
    status: 201,
    idempotent: true,
    body: z.strictObject({ scope: z.enum(['own', 'department']), title, text }),
    response: view,
    handle: async ({ app, actor, body, requestId }) =>
      viewOpinion(actor, await keepOpinion({ app, actor, id: requestId ?? newId(), ...body })),
  }),
  defineRoute({
    method: 'put',
    path: '/opinion-templates/{id}',
    access: writers,
    tag: 'opinions',
    summary: 'Change a template (If-Match: its version)',
    params: idParams,
    body: z.strictObject({ title, text }),
    response: view,
    handle: async ({ app, actor, params, body, ifMatch }) =>
      viewOpinion(actor, await changeOpinion({ app, actor, id: params.id, ...body, expected: ifMatch })),
  }),
  defineRoute({
    method: 'delete',
    path: '/opinion-templates/{id}',
    access: writers,
    tag: 'opinions',
    summary: 'Drop a template',
    params: idParams,
    handle: ({ app, actor, params }) => dropOpinion(app, actor, params.id),
  }),
];
