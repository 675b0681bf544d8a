import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { departmentRef, listOf, textSchema } from '../../http/schemas.ts';
import { readFeed } from './readFeed.ts';

export const feedRoutes = [
  defineRoute({
    method: 'get',
    path: '/supervision/feed',
    access: ['supervisor'],
    tag: 'supervision',
    summary: 'What happened last in all cases, latest first',
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    response: listOf(
      z.object({
        id: z.string(),
        at: z.string(),
        type: z.string(),
        text: textSchema,
        caseId: z.string(),
        caseNo: z.string().nullable(),
        itemName: textSchema,
        department: departmentRef,
        /** A name, or what a system or an applicant is called. */
        actor: z.union([z.string(), textSchema]),
        /** Whole seconds since the case was changed before. */
        lasted: z.number().nullable(),
      }),
    ),
    handle: ({ app, query }) => readFeed(app, query.limit),
  }),
];
