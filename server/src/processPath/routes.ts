import { z } from 'zod';
import { readCase } from '../cases/readCase.ts';
import { defineRoute } from '../http/route.ts';
import { idParams, textSchema } from '../http/schemas.ts';
import { dispatchRoles } from '../identity/model.ts';
import { readProcessPath } from './readProcessPath.ts';

const viewers = ['clerk', 'approver', 'head', 'supervisor', ...dispatchRoles, 'expert'] as const;

export const processPathRoutes = [
  defineRoute({
    method: 'get',
    path: '/cases/{id}/path',
    access: viewers,
    tag: 'cases',
    summary: 'The way of a case through its process: the picture, and how each element stands',
    params: idParams,
    response: z.object({
      xml: z.string().nullable(),
      recorded: z.boolean(),
      flows: z.array(z.string()),
      elements: z.array(
        z.object({
          id: z.string(),
          name: textSchema,
          type: z.string(),
          state: z.enum(['passed', 'current', 'canceled', 'skipped', 'ahead']),
          told: z.boolean(),
          stays: z.array(z.object({ from: z.string(), to: z.string().nullable() })),
        }),
      ),
    }),
    handle: async ({ app, actor, params }) => readProcessPath(app, await readCase(app, actor, params.id)),
  }),
];
