import { z } from 'zod';
import { designers, packParams, versionParams } from '../catalog/packShapes.ts';
import { defineRoute } from '../http/route.ts';
import { listOf, textSchema } from '../http/schemas.ts';
import { listMovable } from './listMovable.ts';
import { migrationSummary, migrationView, planView, wish } from './migrationShapes.ts';
import { orderMigration } from './orderMigration.ts';
import { planMigration } from './planMigration.ts';
import { listMigrations, readMigration, viewMigration } from './readMigration.ts';
import { stopMigration } from './stopMigration.ts';
import { viewPlan } from './viewPlan.ts';

/** Running cases taken to another version of their pack: chosen, planned, ordered. */
export const migrationRoutes = [
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/versions/{version}/cases',
    access: ['designer'],
    tag: 'packs',
    summary: 'Cases that run on a version of a pack, to choose from for a migration (the first 200)',
    params: versionParams,
    response: listOf(
      z.object({
        id: z.string(),
        caseNo: z.string(),
        state: z.string(),
        steps: z.array(textSchema),
        migratingTo: z.number().nullable(),
      }),
    ).extend({ total: z.number() }),
    handle: ({ app, actor, params }) => listMovable(app, actor, params.packCode, params.version),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/migrations/plan',
    access: ['designer'],
    tag: 'packs',
    summary: 'What a migration of running cases to another version would do; changes nothing',
    params: packParams,
    body: wish,
    response: planView,
    handle: async ({ app, actor, params, body }) => {
      const { cases, ...rest } = body;
      return viewPlan(app, await planMigration({ app, actor, wish: { ...params, ...rest }, cases }));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/migrations',
    access: ['designer'],
    tag: 'packs',
    summary: 'Order the migration that was shown; 409 with the plan as it is now when anything has changed',
    status: 201,
    idempotent: true,
    params: packParams,
    body: wish.extend({
      planHash: z.string().regex(/^[0-9a-f]{64}$/),
      note: z.string().trim().min(1).max(500),
    }),
    response: migrationView,
    handle: async ({ app, actor, params, body, requestId }) => {
      const { cases, planHash, note, ...rest } = body;
      const order = { app, actor, wish: { ...params, ...rest }, cases, planHash, note, requestId };
      return viewMigration(app, await orderMigration(order));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/migrations',
    access: designers,
    tag: 'packs',
    summary: 'Migrations of a pack, latest first (50), without their cases',
    params: packParams,
    response: listOf(migrationSummary),
    handle: ({ app, actor, params }) => listMigrations(app, actor, params.packCode),
  }),
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/migrations/{id}',
    access: designers,
    tag: 'packs',
    summary: 'One migration and what has become of its cases',
    params: packParams.extend({ id: z.string().min(1).max(64) }),
    response: migrationView,
    handle: ({ app, actor, params }) => readMigration(app, actor, params.packCode, params.id),
  }),
  defineRoute({
    method: 'post',
    path: '/packs/{packCode}/migrations/{id}/stop',
    access: ['designer'],
    tag: 'packs',
    summary: 'Stop a migration: cases that were not begun stay where they are',
    params: packParams.extend({ id: z.string().min(1).max(64) }),
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    response: migrationView,
    handle: ({ app, actor, params, body }) => stopMigration({ app, actor, ...params, ...body }),
  }),
];
