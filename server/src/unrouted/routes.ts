import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { departmentRef, idParams, textSchema } from '../http/schemas.ts';
import { deliverNow } from '../outbox/deliverNow.ts';
import { listUnrouted } from './listUnrouted.ts';
import { routeByHand } from './routeByHand.ts';

const watchers = ['supervisor', 'head'] as const;

/** Tasks that no decision table sent to a department. */
export const unroutedRoutes = [
  defineRoute({
    method: 'get',
    path: '/supervision/unrouted',
    access: watchers,
    tag: 'supervision',
    summary: 'Tasks that were routed to no department, and the departments there are',
    response: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          caseId: z.string(),
          caseNo: z.string(),
          itemName: textSchema,
          stepName: textSchema,
          role: z.string(),
          department: departmentRef,
          since: z.string(),
          returned: z
            .looseObject({
              department: departmentRef,
              reason: z.string(),
              suggested: departmentRef.nullable(),
            })
            .nullable(),
        }),
      ),
      departments: z.array(departmentRef.extend({ level: z.string() })),
    }),
    handle: ({ app, actor }) => listUnrouted({ app, actor }),
  }),
  defineRoute({
    method: 'post',
    path: '/supervision/unrouted/{id}/route',
    access: watchers,
    tag: 'supervision',
    summary: 'Send such a task to a department by hand, with a reason',
    idempotent: true,
    params: idParams,
    body: z.strictObject({
      department: z.string().max(32),
      reason: z.string().trim().min(1).max(500),
    }),
    response: z.object({ department: departmentRef }),
    handle: async ({ app, actor, params, body }) => {
      await routeByHand({
        app,
        actor,
        taskId: params.id,
        departmentId: body.department,
        reason: body.reason,
      });
      const task = await app.models.tasks.findOne({ _id: params.id, tenant: app.tenant }).lean();
      if (task !== null) await deliverNow(app, { _id: task.caseId });
      return {
        department: {
          id: body.department,
          name: app.organisation.department(body.department).name,
        },
      };
    },
  }),
];
