import { z } from 'zod';
import { defineRoute } from '../../http/route.ts';
import { departmentRef, textSchema } from '../../http/schemas.ts';
import { readLights } from './readLights.ts';

const count = z.number();

export const lightRoutes = [
  defineRoute({
    method: 'get',
    path: '/supervision/lights',
    access: ['supervisor', 'head'],
    tag: 'supervision',
    summary: 'Lights by department, its level of government, and item, now',
    response: z.object({
      asOf: z.string(),
      cells: z.array(
        z.object({
          department: departmentRef.extend({ level: z.string() }),
          item: z.object({ packCode: z.string(), name: textSchema }),
          green: count,
          yellow: count,
          red: count,
          paused: count,
        }),
      ),
    }),
    handle: ({ app, actor }) => readLights({ app, actor }),
  }),
];
