import { lifeEventKeys } from '@onewindow/processes';
import { z } from 'zod';
import { packParams } from '../catalog/packShapes.ts';
import { answersQuery, situationView } from '../catalog/routes.ts';
import { parseAnswers, viewSituation } from '../catalog/viewSituation.ts';
import { defineRoute } from '../http/route.ts';
import { listOf, textSchema } from '../http/schemas.ts';
import { accountRoutes } from './accountRoutes.ts';
import { applicationRoutes } from './applicationRoutes.ts';
import { findOnlineItems, listOnlineEvents, readOnlineItem, requireOnline } from './onlineItems.ts';
import { onlineItem } from './schemas.ts';

/** The doors of the applicant. */
export const applicantRoutes = [
  ...accountRoutes,
  ...applicationRoutes,
  defineRoute({
    method: 'get',
    path: '/portal/items',
    access: 'public',
    tag: 'portal',
    summary: 'Items that can be applied for online',
    query: z.object({
      query: z.string().max(100).default(''),
      event: z.enum(lifeEventKeys).optional(),
      who: z.enum(['natural', 'legal']).optional(),
    }),
    response: listOf(onlineItem),
    handle: ({ app, query }) => findOnlineItems(app, query),
  }),
  defineRoute({
    method: 'get',
    path: '/portal/life-events',
    access: 'public',
    tag: 'portal',
    summary: 'Life and business events with something to apply for online',
    response: listOf(z.object({ key: z.string(), name: textSchema, natural: z.number(), legal: z.number() })),
    handle: ({ app }) => listOnlineEvents(app),
  }),
  defineRoute({
    method: 'get',
    path: '/portal/items/{packCode}/operations/{operation}',
    access: 'public',
    tag: 'portal',
    summary: 'What an item needs',
    params: packParams.extend({ operation: z.string().max(32) }),
    response: onlineItem.extend({ materials: z.array(z.looseObject({ key: z.string(), name: textSchema })) }),
    handle: ({ app, params }) => readOnlineItem(app, params.packCode, params.operation),
  }),
  defineRoute({
    method: 'get',
    path: '/portal/items/{packCode}/operations/{operation}/situation',
    access: 'public',
    tag: 'portal',
    summary: 'Guided questions 情形引导: what the answers so far leave of materials and limits',
    params: packParams.extend({ operation: z.string().max(32) }),
    query: answersQuery,
    response: z.object({ situation: situationView }),
    handle: async ({ app, params, query }) => ({
      situation: viewSituation(
        await requireOnline(app, params.packCode),
        params.operation,
        parseAnswers(query.answers),
      ),
    }),
  }),
];
