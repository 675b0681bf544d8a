import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { daySchema, idParams, listOf } from '../http/schemas.ts';
import type { Actor } from '../identity/actor.ts';
import { dispatchRoles } from '../identity/model.ts';
import { taskLights, taskSorts, taskViews } from '../inbox/taskFilter.ts';
import { levels } from '../organisation/model.ts';
import { newId } from '../store/newId.ts';
import { ages } from '../supervision/ageing.ts';
import { happenings } from '../supervision/period/listHappened.ts';
import { type SavedViewDocument, viewPlaces } from './model.ts';
import { changeView, createView, listViews, removeView } from './saveView.ts';

const viewers = ['clerk', 'approver', 'head', 'supervisor', 'expert', ...dispatchRoles] as const;

/** What an address of the inbox may hold, but the applicant: a name is personal and belongs into no list of views. */
const querySchema = z.strictObject({
  view: z.enum(taskViews).optional(),
  light: z.enum(taskLights).optional(),
  packCode: z.string().max(64).optional(),
  stepKey: z.string().max(64).optional(),
  area: z.string().max(32).optional(),
  caseNo: z.string().max(24).optional(),
  assignee: z.string().max(64).optional(),
  sort: z.enum(taskSorts).optional(),
  order: z.enum(['asc', 'desc']).optional(),
});
/** What an address of the cockpit may hold. */
const cockpitQuerySchema = z.strictObject({
  tab: z
    .string()
    .regex(/^[a-zA-Z]{1,24}$/)
    .optional(),
  shape: z.enum(['cross', 'rows']).optional(),
  /** The level to which the cross table is narrowed. */
  tier: z.enum(levels).optional(),
  light: z.enum(['green', 'yellow', 'red', 'paused']).optional(),
  level: z.enum(levels).optional(),
  age: z.enum(ages).optional(),
  department: z.string().max(32).optional(),
  item: z.string().max(64).optional(),
  pack: z.string().max(64).optional(),
  version: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
  figure: z.enum(happenings).optional(),
  /** A span that moves with the day, e.g. this month; else its days. */
  span: z.enum(['thisMonth', 'lastMonth', 'thisYear']).optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
});
const shape = {
  name: z.string().trim().min(1).max(40),
  shared: z.boolean().default(false),
  columns: z.array(z.string().max(24)).max(20).default([]),
};
const content = z.union([
  z.strictObject({ ...shape, place: z.literal('inbox').default('inbox'), query: querySchema }),
  z.strictObject({ ...shape, place: z.literal('cockpit'), query: cockpitQuerySchema }),
]);
const viewView = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  shared: z.boolean(),
  own: z.boolean(),
  owner: z.string(),
  query: z.record(z.string(), z.string()),
  columns: z.array(z.string()),
});

function show(actor: Actor, view: SavedViewDocument) {
  const { _id, version, name, shared, ownerId, ownerName, query, columns } = view;
  return { id: _id, version, name, shared, own: ownerId === actor.id, owner: ownerName, query, columns };
}

/** Without what is not set: stored as text by text. */
function texts(query: z.output<typeof content>['query']): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]));
}

export const savedViewRoutes = [
  defineRoute({
    method: 'get',
    path: '/saved-views',
    access: viewers,
    tag: 'inbox',
    summary: 'The own saved views of a page and those shared in the department',
    query: z.object({ place: z.enum(viewPlaces).default('inbox') }),
    response: listOf(viewView),
    handle: async ({ app, actor, query }) => ({
      items: (await listViews(app, actor, query.place)).map((view) => show(actor, view)),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/saved-views',
    access: viewers,
    tag: 'inbox',
    summary: 'Keep a view of a page under a name',
    status: 201,
    idempotent: true,
    body: content,
    response: viewView,
    handle: async ({ app, actor, body, requestId }) => {
      const id = requestId ?? newId();
      const kept = { ...body, query: texts(body.query) };
      return show(actor, await createView({ app, actor, id, content: kept }));
    },
  }),
  defineRoute({
    method: 'put',
    path: '/saved-views/{id}',
    access: viewers,
    tag: 'inbox',
    summary: 'Change an own view (If-Match)',
    params: idParams,
    body: content,
    response: viewView,
    handle: async ({ app, actor, params, body, ifMatch }) => {
      const kept = { ...body, query: texts(body.query) };
      return show(actor, await changeView({ app, actor, id: params.id, version: ifMatch, content: kept }));
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/saved-views/{id}',
    access: viewers,
    tag: 'inbox',
    summary: 'Remove an own view',
    params: idParams,
    handle: ({ app, actor, params }) => removeView({ app, actor, id: params.id }),
  }),
];
