import { z } from 'zod';
import { packParams, versionNumber } from '../../catalog/packShapes.ts';
import { defineRoute } from '../../http/route.ts';
import { listOf, textSchema } from '../../http/schemas.ts';
import { listLateStays } from './listLateStays.ts';
import { readBottleneck } from './readBottleneck.ts';

const count = z.number().int().min(0);

const stay = z.object({
  caseId: z.string(),
  caseNo: z.string(),
  used: z.number(),
  late: z.boolean(),
  from: z.string(),
  to: z.string(),
});

export const bottleneckRoutes = [
  defineRoute({
    method: 'get',
    path: '/supervision/bottleneck/{packCode}',
    access: ['supervisor', 'head'],
    tag: 'supervision',
    summary: 'Where cases of an item wait, how long its steps take against their limits, and the worst step',
    params: packParams,
    query: z.object({ version: versionNumber.optional() }),
    response: z.object({
      packCode: z.string(),
      name: textSchema,
      version: z.number(),
      versions: z.array(z.number()),
      at: z.string(),
      /** The process; null for an item without one. */
      xml: z.string().nullable(),
      stayLimit: count,
      /** Steps with fewer stays are not compared. */
      enoughStays: count,
      stays: count,
      /** End of the earliest of these stays. */
      since: z.string().nullable(),
      worst: z.object({ stepKey: z.string(), because: z.enum(['p90', 'waiting']) }).nullable(),
      steps: z.array(
        z.object({
          id: z.string(),
          name: textSchema,
          /** Short form, e.g. `2 workday`. */
          limit: z.string().nullable(),
          waiting: z.object({ tasks: count, overdue: count, oldestAt: z.string() }).nullable(),
          times: z
            .object({
              unit: z.enum(['workday', 'minute']),
              limit: z.number().nullable(),
              samples: count,
              late: count,
              average: z.number(),
              p90: z.number(),
              longest: z.array(stay),
            })
            .nullable(),
        }),
      ),
    }),
    handle: ({ app, actor, params, query }) => readBottleneck({ app, actor, ...params, ...query }),
  }),
  defineRoute({
    method: 'get',
    path: '/supervision/bottleneck/{packCode}/late-stays',
    access: ['supervisor', 'head'],
    tag: 'supervision',
    summary: 'The late stays of a step, all that its number counts, the longest first',
    params: packParams,
    query: z.object({ version: versionNumber, stepKey: z.string().min(1).max(64) }),
    response: listOf(stay),
    handle: ({ app, actor, params, query }) => listLateStays({ app, actor, ...params, ...query }),
  }),
];
