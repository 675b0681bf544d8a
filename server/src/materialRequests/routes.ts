import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import { readCase } from '../cases/readCase.ts';
import { wasCarriedOut } from '../cases/wasCarriedOut.ts';
import { announceTask } from '../desk/taskNews.ts';
import { defineRoute } from '../http/route.ts';
import { departmentRef, idParams, listOf, textSchema } from '../http/schemas.ts';
import type { Actor } from '../identity/actor.ts';
import { answerRequest, withdrawRequest } from './answerRequest.ts';
import { askMaterials } from './askMaterials.ts';
import { requestsAtWindow, requestsOf } from './viewRequest.ts';

const line = z.string().trim().min(1).max(300);
const requestView = z.looseObject({
  id: z.string(),
  caseId: z.string(),
  caseNo: z.string(),
  stepName: textSchema,
  department: departmentRef,
  state: z.enum(['open', 'supplied', 'withdrawn', 'ended']),
  hold: z.boolean(),
  dueDay: z.string(),
  lines: z.array(
    z.looseObject({ key: z.string(), name: textSchema, problem: z.string(), supplied: z.boolean() }),
  ),
});

/** An act on a request that was carried out before is answered as it was. */
async function again({ app, actor, params }: { app: AppContext; actor: Actor; params: { id: string } }) {
  const request = await app.models.materialRequests.findOne({ _id: params.id, tenant: app.tenant }).lean();
  const subject =
    request === null
      ? null
      : await app.models.cases.findOne({ _id: request.caseId, tenant: app.tenant }).lean();
  return subject !== null && wasCarriedOut(subject, actor.request) ? { done: true } : undefined;
}

/** 补充材料 after acceptance: asked by a step, got in by the window. */
export const materialRequestRoutes = [
  defineRoute({
    method: 'post',
    path: '/tasks/{id}/material-requests',
    access: ['approver', 'head'],
    tag: 'inbox',
    summary: 'Ask the applicant for material through the window; no clock stops',
    status: 201,
    idempotent: true,
    params: idParams,
    body: z.strictObject({
      lines: z
        .array(
          z.union([
            z.strictObject({ material: z.string().max(64), problem: line }),
            z.strictObject({ name: line, problem: line }),
          ]),
        )
        .min(1)
        .max(30),
      reason: z.string().trim().min(1).max(500),
      workdays: z.int().min(1).max(60),
      hold: z.boolean().default(false),
    }),
    response: z.object({ id: z.string() }),
    handle: async ({ app, actor, params, body, requestId = '' }) => {
      await askMaterials({ app, actor, taskId: params.id, requestId, ...body });
      return { id: requestId };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cases/{id}/material-requests',
    access: ['clerk', 'approver', 'head', 'supervisor'],
    tag: 'cases',
    summary: 'What was asked for after acceptance, and what has come in',
    params: idParams,
    response: listOf(requestView),
    handle: async ({ app, actor, params }) => ({
      items: await requestsOf(app, await readCase(app, actor, params.id)),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/material-requests',
    access: ['clerk'],
    tag: 'intake',
    summary: "Material that the caller's window is to get in from applicants",
    response: listOf(requestView),
    handle: async ({ app, actor }) => ({ items: await requestsAtWindow(app, actor.department.id) }),
  }),
  defineRoute({
    method: 'post',
    path: '/material-requests/{id}/supply',
    access: ['clerk'],
    tag: 'intake',
    summary: 'Hand the asked material to the step that wants it',
    params: idParams,
    body: z.strictObject({ note: z.string().trim().max(500).default('') }),
    response: z.object({ done: z.boolean() }),
    again,
    handle: async ({ app, actor, params, body }) => {
      announceTask(app, await answerRequest({ app, actor, id: params.id, note: body.note }));
      return { done: true };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/material-requests/{id}/withdraw',
    access: ['approver', 'head'],
    tag: 'inbox',
    summary: 'Take a request for material back',
    params: idParams,
    response: z.object({ done: z.boolean() }),
    again,
    handle: async ({ app, actor, params }) => {
      await withdrawRequest({ app, actor, id: params.id });
      return { done: true };
    },
  }),
];
