import { z } from 'zod';
import { packParams, versionNumber } from '../catalog/packShapes.ts';
import { defineRoute } from '../http/route.ts';
import { idParams, listOf, textSchema } from '../http/schemas.ts';
import { listIncidents } from './listIncidents.ts';
import { listParkedStreams } from './listParkedStreams.ts';
import { releaseParkedStream } from './releaseParkedStream.ts';
import { retryIncident } from './retryIncident.ts';

const caseRef = { caseId: z.string().nullable(), caseNo: z.string().nullable() };

/** What stands still and needs an administrator. */
export const operationRoutes = [
  defineRoute({
    method: 'get',
    path: '/operations/incidents',
    access: ['admin'],
    tag: 'operations',
    summary: 'Automatic steps whose attempts are used up, of all packs or of one version',
    query: z.object({
      packCode: packParams.shape.packCode.optional(),
      version: versionNumber.optional(),
    }),
    response: listOf(
      z.object({
        id: z.string(),
        kind: z.enum(['work', 'job']),
        ...caseRef,
        itemName: textSchema.nullable(),
        activity: z.string(),
        message: z.string().nullable(),
        at: z.string(),
      }),
    ),
    handle: ({ app, query }) => listIncidents(app, query),
  }),
  defineRoute({
    method: 'post',
    path: '/operations/incidents/{id}/retry',
    access: ['admin'],
    tag: 'operations',
    summary: 'Try the failed step once more',
    params: idParams,
    handle: ({ app, actor, params }) => retryIncident({ app, actor, incidentId: params.id }),
  }),
  defineRoute({
    method: 'get',
    path: '/operations/parked-streams',
    access: ['admin'],
    tag: 'operations',
    summary: 'Deliveries that stand still because one of them cannot succeed',
    response: listOf(
      z.object({
        id: z.string(),
        ...caseRef,
        destination: z.enum(['engine', 'documents', 'notices', 'payments']),
        type: z.string(),
        attempts: z.number(),
        lastError: z.string().nullable(),
        createdAt: z.string(),
        waiting: z.number(),
      }),
    ),
    handle: ({ app }) => listParkedStreams(app),
  }),
  defineRoute({
    method: 'post',
    path: '/operations/parked-streams/{id}/release',
    access: ['admin'],
    tag: 'operations',
    summary: 'Free a stream that stands still and deliver it',
    params: idParams,
    response: z.object({ state: z.enum(['pending', 'done', 'parked']) }),
    handle: ({ app, actor, params }) => releaseParkedStream({ app, actor, entryId: params.id }),
  }),
];
