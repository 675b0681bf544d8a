import { z } from 'zod';
import { packParams } from '../catalog/packShapes.ts';
import { defineRoute } from '../http/route.ts';
import { listOf, textSchema } from '../http/schemas.ts';
import { accountRoutes } from './accountRoutes.ts';
import { applicationRoutes } from './applicationRoutes.ts';
import { findOnlineItems, readOnlineItem } from './onlineItems.ts';
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
    query: z.object({ query: z.string().max(100).default('') }),
    response: listOf(onlineItem),
    handle: ({ app, query }) => findOnlineItems(app, query.query),
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
];
