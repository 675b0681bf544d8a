import { z } from 'zod';
import { packParams, versionNumber } from '../../catalog/packShapes.ts';
import { defineRoute } from '../../http/route.ts';
import { textSchema } from '../../http/schemas.ts';
import { readBottleneck } from './readBottleneck.ts';

const count = z.number().int().min(0);

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
              longest: z.array(
                z.object({
                  caseId: z.string(),
                  caseNo: z.string(),
                  used: z.number(),
                  late: z.boolean(),
                  from: z.string(),
                  to: z.string(),
                }),
              ),
            })
            .nullable(),
        }),
      ),
    }),
    handle: ({ app, actor, params, query }) => readBottleneck({ app, actor, ...params, ...query }),
  }),
];
