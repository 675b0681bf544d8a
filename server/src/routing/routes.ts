import { z } from 'zod';
import { readCase } from '../cases/readCase.ts';
import { defineRoute } from '../http/route.ts';
import { departmentRef, idParams, textSchema } from '../http/schemas.ts';
import { deliverNow } from '../outbox/deliverNow.ts';
import { routeByHand } from '../unrouted/routeByHand.ts';
import { returnTask } from './returnTask.ts';
import { viewRouting } from './viewRouting.ts';

const reason = z.string().trim().min(1).max(500);

/** How cases are routed to departments, and what people change of it. */
export const routingRoutes = [
  defineRoute({
    method: 'get',
    path: '/cases/{id}/routing',
    access: ['clerk', 'approver', 'head', 'supervisor'],
    tag: 'routing',
    summary: 'The decision tables that routed a case: values, the row that matched, and where it is now',
    params: idParams,
    response: z.object({
      decisions: z.array(z.looseObject({ id: z.string(), name: z.string(), at: z.string() })),
      tasks: z.array(z.looseObject({ id: z.string(), stepName: textSchema, department: departmentRef })),
      departments: z.array(departmentRef),
    }),
    handle: async ({ app, actor, params }) => viewRouting(app, actor, await readCase(app, actor, params.id)),
  }),
  defineRoute({
    method: 'post',
    path: '/tasks/{id}/return-routing',
    access: ['approver', 'head', 'clerk'],
    tag: 'routing',
    summary: 'Return a task that was routed wrongly, within 4 working hours of arrival',
    idempotent: true,
    params: idParams,
    body: z.strictObject({ reason, suggested: z.string().max(32).optional() }),
    response: z.object({ caseId: z.string() }),
    handle: async ({ app, actor, params, body }) => {
      const returned = await returnTask({ app, actor, taskId: params.id, ...body });
      await deliverNow(app, { _id: returned.caseId });
      return returned;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/tasks/{id}/reroute',
    access: ['supervisor', 'head'],
    tag: 'routing',
    summary: 'Send a task that a department has to another one, with a reason',
    idempotent: true,
    params: idParams,
    body: z.strictObject({ department: z.string().max(32), reason }),
    response: z.object({ department: departmentRef }),
    handle: async ({ app, actor, params, body }) => {
      const departmentId = body.department;
      const { caseId } = await routeByHand({
        app,
        actor,
        taskId: params.id,
        departmentId,
        reason: body.reason,
        anew: true,
      });
      await deliverNow(app, { _id: caseId });
      return { department: { id: departmentId, name: app.organisation.department(departmentId).name } };
    },
  }),
];
