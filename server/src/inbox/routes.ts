import { trusted } from 'mongoose';
import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { wasCarriedOut } from '../cases/wasCarriedOut.ts';
import { defineRoute } from '../http/route.ts';
import {
  idParams,
  pageOf,
  pageQuery,
  taskSummary as taskSummarySchema,
  textSchema,
} from '../http/schemas.ts';
import type { Actor } from '../identity/actor.ts';
import { dispatchRoles } from '../identity/model.ts';
import { deliverNow, deliverOwn } from '../outbox/deliverNow.ts';
import { claimTask, releaseTask } from './claimTask.ts';
import { completeBatch } from './completeBatch.ts';
import { completeTask } from './completeTask.ts';
import { countTasks, listTasks } from './listTasks.ts';
import type { TaskDocument } from './model.ts';
import { readTask } from './taskScope.ts';
import { taskSummary, viewTask } from './viewTask.ts';

const workers = ['clerk', 'approver', 'head', 'expert', ...dispatchRoles] as const;

const completionSchema = z.strictObject({
  outcome: z.string().max(64),
  formData: z.record(z.string(), z.unknown()).default({}),
  comment: z.string().trim().max(1000).optional(),
  password: z.string().max(200).optional(),
});

/** What a completion is answered with: the engine's answer and the tasks that are open then. */
async function afterCompletion(app: AppContext, task: TaskDocument, subject: CaseDocument) {
  const tasks = (await app.models.tasks
    .find({ tenant: app.tenant, caseId: task.caseId })
    .lean()) as TaskDocument[];
  const own = tasks.find((entry) => entry._id === task._id);
  const next = tasks.filter((entry) => entry.active && entry !== own);
  return {
    task: { id: task._id, state: own?.state ?? 'completing' },
    nextTasks: next.map((entry) => taskSummary(app, entry)),
    engineState: subject.engine.state,
  };
}

/** The answer once more, when this request completed the task before. */
async function taskAgain({ app, actor, params }: { app: AppContext; actor: Actor; params: { id: string } }) {
  const task = await readTask(app, actor, params.id);
  const subject = await app.models.cases.findOne({ _id: task.caseId, tenant: app.tenant }).lean();
  return subject !== null && wasCarriedOut(subject, actor.request)
    ? afterCompletion(app, task, await deliverNow(app, subject))
    : undefined;
}

export const inboxRoutes = [
  defineRoute({
    method: 'get',
    path: '/tasks',
    access: workers,
    tag: 'inbox',
    summary: 'A page of the inbox, most urgent first',
    query: pageQuery.extend({
      view: z.enum(['mine', 'department', 'all']).default('department'),
      light: z.enum(['green', 'yellow', 'red', 'paused']).optional(),
      packCode: z.string().max(64).optional(),
      caseNo: z
        .string()
        .regex(/^\d{1,24}$/)
        .optional(),
      sort: z.literal('due').optional(),
    }),
    response: pageOf(taskSummarySchema),
    handle: ({ app, actor, query }) => listTasks({ app, actor, query }),
  }),
  defineRoute({
    method: 'get',
    path: '/tasks/counts',
    access: workers,
    tag: 'inbox',
    summary: 'Counts for the tabs of the inbox',
    response: z.object({ mine: z.number(), department: z.number(), red: z.number(), yellow: z.number() }),
    handle: ({ app, actor }) => countTasks({ app, actor }),
  }),
  defineRoute({
    method: 'get',
    path: '/tasks/{id}',
    access: workers,
    tag: 'inbox',
    summary: 'A task with its form, case, clocks and earlier steps',
    params: idParams,
    response: taskSummarySchema.extend({
      outcomes: z.array(z.looseObject({ key: z.string(), name: textSchema })),
    }),
    handle: async ({ app, actor, params }) => viewTask(app, actor, await readTask(app, actor, params.id)),
  }),
  defineRoute({
    method: 'post',
    path: '/tasks/{id}/claim',
    access: workers,
    tag: 'inbox',
    summary: 'Take a task',
    params: idParams,
    response: taskSummarySchema,
    handle: async ({ app, actor, params }) => {
      const { task, changed } = await claimTask({ app, actor, taskId: params.id });
      if (changed !== undefined) await deliverOwn(app, changed);
      return taskSummary(app, task);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/tasks/{id}/release',
    access: workers,
    tag: 'inbox',
    summary: 'Give a task back to the queue',
    params: idParams,
    response: taskSummarySchema,
    handle: async ({ app, actor, params }) => {
      const { task, changed } = await releaseTask({ app, actor, taskId: params.id });
      if (changed !== undefined) await deliverOwn(app, changed);
      return taskSummary(app, task);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/tasks/{id}/complete',
    access: workers,
    tag: 'inbox',
    summary: 'Complete a task (with password where the step decides)',
    again: taskAgain,
    params: idParams,
    body: completionSchema,
    response: z.object({
      task: z.object({ id: z.string(), state: z.string() }),
      nextTasks: z.array(taskSummarySchema),
      engineState: z.string(),
    }),
    handle: async ({ app, actor, params, body }) => {
      const completed = await completeTask({
        app,
        actor,
        taskId: params.id,
        completion: body,
        leaseOwn: true,
      });
      return afterCompletion(app, completed.task, await deliverOwn(app, completed));
    },
  }),
  defineRoute({
    method: 'post',
    path: '/tasks/batch-complete',
    access: workers,
    tag: 'inbox',
    summary: 'Complete several tasks of batch steps; reports each outcome',
    idempotent: true,
    body: completionSchema.extend({ taskIds: z.array(z.string().max(64)).min(1).max(200) }),
    response: z.object({
      results: z.array(
        z.object({
          taskId: z.string(),
          ok: z.boolean(),
          problem: z.object({ code: z.string(), detail: z.string() }).optional(),
        }),
      ),
      /** The list that was made of it. */
      list: z.object({ id: z.string(), number: z.string() }).nullable(),
    }),
    handle: async ({ app, actor, body, locale }) => {
      const { taskIds, ...completion } = body;
      const { results, list } = await completeBatch({ app, actor, taskIds, completion, locale });
      const tasks = await app.models.tasks
        .find({ tenant: app.tenant, _id: trusted({ $in: taskIds }) }, { caseId: 1 })
        .lean();
      for (const caseId of new Set(tasks.map((task) => task.caseId))) await deliverNow(app, { _id: caseId });
      return { results, list };
    },
  }),
];
