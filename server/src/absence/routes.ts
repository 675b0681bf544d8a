import { z } from 'zod';
import { defineRoute } from '../http/route.ts';
import { daySchema, idParams, listOf, taskSummary as taskSummarySchema } from '../http/schemas.ts';
import { dispatchRoles } from '../identity/model.ts';
import { taskSummary } from '../inbox/viewTask.ts';
import { deliverOwn } from '../outbox/deliverNow.ts';
import { newId } from '../store/newId.ts';
import { endAbsence } from './endAbsence.ts';
import { listAbsences, viewAbsence } from './listAbsences.ts';
import { registerAbsence } from './registerAbsence.ts';
import { takeForAbsent } from './takeForAbsent.ts';

const deskRoles = ['clerk', 'approver', 'head', ...dispatchRoles] as const;
const person = z.object({ id: z.string(), name: z.string() });
const absenceView = z.object({
  id: z.string(),
  version: z.number(),
  person,
  deputy: person,
  fromDay: z.string(),
  toDay: z.string(),
  since: z.string(),
  by: person,
  underWay: z.boolean(),
});

export const absenceRoutes = [
  defineRoute({
    method: 'get',
    path: '/absences',
    access: deskRoles,
    tag: 'absence',
    summary: 'Who of the own department is or will be away, and who stands in',
    response: listOf(absenceView),
    handle: async ({ app, actor }) => {
      const absences = await listAbsences(app, actor.department.id);
      return { items: absences.map((absence) => viewAbsence(app, absence)) };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/absences',
    access: deskRoles,
    tag: 'absence',
    summary: 'Register an absence with its deputy: the own, a head for everybody of the department',
    status: 201,
    idempotent: true,
    body: z.strictObject({
      userId: z.string().min(1).max(64),
      deputyId: z.string().min(1).max(64),
      fromDay: daySchema,
      toDay: daySchema,
    }),
    response: absenceView,
    handle: async ({ app, actor, body, requestId }) =>
      viewAbsence(app, await registerAbsence({ app, actor, id: requestId ?? newId(), ...body })),
  }),
  defineRoute({
    method: 'post',
    path: '/absences/{id}/end',
    access: deskRoles,
    tag: 'absence',
    summary: 'The person is back, or never went',
    idempotent: true,
    params: idParams,
    handle: async ({ app, actor, params }) => endAbsence({ app, actor, id: params.id }),
  }),
  defineRoute({
    method: 'post',
    path: '/tasks/{id}/take-for',
    access: deskRoles,
    tag: 'absence',
    summary: 'Take a task of an absent colleague, as their deputy',
    params: idParams,
    response: taskSummarySchema,
    handle: async ({ app, actor, params }) => {
      const { task, changed } = await takeForAbsent({ app, actor, taskId: params.id });
      if (changed !== undefined) await deliverOwn(app, changed);
      return taskSummary(app, task);
    },
  }),
];
