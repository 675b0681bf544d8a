import { z } from 'zod';
import { designers, versionParams } from '../catalog/packShapes.ts';
import { defineRoute } from '../http/route.ts';
import { textSchema } from '../http/schemas.ts';
import { readLiveView } from './readLiveView.ts';

const count = z.number().int().min(0);

/** How published versions run. */
export const liveViewRoutes = [
  defineRoute({
    method: 'get',
    path: '/packs/{packCode}/versions/{version}/live',
    access: designers,
    tag: 'packs',
    summary:
      'How a version runs: cases at each element, how long steps take, what is late and what stands still',
    params: versionParams,
    response: z.object({
      version: z.number(),
      at: z.string(),
      /** The process; null for a pack without one. */
      xml: z.string().nullable(),
      /** Times are of so many of the latest stays. */
      stayLimit: count,
      elements: z.array(
        z.object({
          id: z.string(),
          type: z.string(),
          name: textSchema,
          /** A step of the pack: somebody works on it. */
          step: z.boolean(),
          running: count,
          finished: count,
          canceled: count,
          incidents: count,
          /** Milliseconds. */
          times: z.object({ samples: count, average: z.number(), p90: z.number() }).nullable(),
          waiting: z.object({ tasks: count, overdue: count, oldestAt: z.string() }).nullable(),
        }),
      ),
    }),
    handle: ({ app, params }) => readLiveView(app, params.packCode, params.version),
  }),
];
