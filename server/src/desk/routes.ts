import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import type { Changed } from '../cases/changeCase.ts';
import type { CaseDocument } from '../cases/model.ts';
import { wasCarriedOut } from '../cases/wasCarriedOut.ts';
import { defineRoute } from '../http/route.ts';
import { idParams, taskSummary as taskSummarySchema } from '../http/schemas.ts';
import type { Actor } from '../identity/actor.ts';
import { dispatchRoles } from '../identity/model.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { taskSummary } from '../inbox/viewTask.ts';
import { deliverNow, deliverOwn } from '../outbox/deliverNow.ts';
import { delegateTask, recallDelegated, returnDelegated } from './delegateTask.ts';
import { sendBack } from './sendBack.ts';
import { seeNews } from './taskNews.ts';
import { transferTask } from './transferTask.ts';
import { undoStep } from './undoStep.ts';

const workers = ['clerk', 'approver', 'head', ...dispatchRoles] as const;
const reason = z.string().trim().min(1).max(500);
const userId = z.string().min(1).max(64);

/** The task and what is open in its case after an act. */
const answer = z.object({
  task: z.object({ id: z.string(), state: z.string() }),
  nextTasks: z.array(taskSummarySchema),
  engineState: z.string(),
});

async function after(app: AppContext, taskId: string, subject: CaseDocument) {
  const tasks = (await app.models.tasks
    .find({ tenant: app.tenant, caseId: subject._id })
    .lean()) as TaskDocument[];
  const own = tasks.find(({ _id }) => _id === taskId);
  const next = tasks.filter((entry) => entry.active && entry !== own);
  return {
    task: { id: taskId, state: own?.state ?? 'done' },
    nextTasks: next.map((entry) => taskSummary(app, entry)),
    engineState: subject.engine.state,
  };
}

async function done(app: AppContext, taskId: string, changed: Changed<void>) {
  const subject = await deliverOwn(app, changed);
  const departmentIds = subject.departmentIds;
  app.stream.publish({
    type: 'task',
    tenant: app.tenant,
    caseId: subject._id,
    departmentIds,
    at: app.time.now(),
  });
  return after(app, taskId, subject);
}

/** The answer once more, when this request was carried out before. */
async function again({ app, actor, params }: { app: AppContext; actor: Actor; params: { id: string } }) {
  const task = await app.models.tasks.findOne({ _id: params.id, tenant: app.tenant }, { caseId: 1 }).lean();
  const subject =
    task === null ? null : await app.models.cases.findOne({ _id: task.caseId, tenant: app.tenant }).lean();
  return subject !== null && wasCarriedOut(subject, actor.request)
    ? after(app, params.id, await deliverNow(app, subject))
    : undefined;
}

const act = {
  method: 'post',
  access: workers,
  tag: 'inbox',
  params: idParams,
  response: answer,
  again,
} as const;

/** What people do with a task beside completing it. */
export const deskRoutes = [
  defineRoute({
    ...act,
    path: '/tasks/{id}/transfer',
    summary: 'Transfer a task to a colleague or another queue, with a reason',
    body: z.strictObject({
      to: z.union([
        z.strictObject({ user: userId }),
        z.strictObject({ department: z.string().max(32), role: z.string().max(32) }),
      ]),
      reason,
    }),
    handle: async ({ app, actor, params, body }) =>
      done(app, params.id, await transferTask({ app, actor, taskId: params.id, ...body })),
  }),
  defineRoute({
    ...act,
    path: '/tasks/{id}/delegate',
    summary: 'Let a colleague prepare a task; it comes back for completion',
    body: z.strictObject({ to: userId, reason }),
    handle: async ({ app, actor, params, body }) =>
      done(app, params.id, await delegateTask({ app, actor, taskId: params.id, ...body })),
  }),
  defineRoute({
    ...act,
    path: '/tasks/{id}/delegation/return',
    summary: 'Give a delegated task back to its owner, with what was filled in',
    body: z.strictObject({
      formData: z.record(z.string(), z.unknown()).default({}),
      note: z.string().trim().max(500).default(''),
    }),
    handle: async ({ app, actor, params, body }) =>
      done(app, params.id, await returnDelegated({ app, actor, taskId: params.id, ...body })),
  }),
  defineRoute({
    ...act,
    path: '/tasks/{id}/delegation/recall',
    summary: 'Take a delegated task back before it was prepared',
    handle: async ({ app, actor, params }) =>
      done(app, params.id, await recallDelegated({ app, actor, taskId: params.id })),
  }),
  defineRoute({
    method: 'post',
    path: '/tasks/{id}/seen',
    access: workers,
    tag: 'inbox',
    summary: 'Who holds the task has seen what came in of what it asked for',
    params: idParams,
    handle: ({ app, actor, params }) => seeNews({ app, actor, taskId: params.id }),
  }),
  defineRoute({
    ...act,
    path: '/tasks/{id}/send-back',
    summary: 'Send the case back to a step that it has passed, with a reason',
    body: z.strictObject({ to: z.string().max(64), reason }),
    handle: async ({ app, actor, params, body }) =>
      done(app, params.id, await sendBack({ app, actor, taskId: params.id, ...body })),
  }),
  defineRoute({
    ...act,
    path: '/tasks/{id}/undo',
    summary: "Take back one's own last step while nobody has gone on",
    body: z.strictObject({ reason: z.string().trim().max(500).default('') }),
    handle: async ({ app, actor, params, body }) =>
      done(app, params.id, await undoStep({ app, actor, taskId: params.id, ...body })),
  }),
];
