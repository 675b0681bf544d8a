import { trusted } from 'mongoose';
import { z } from 'zod';
import type { AppContext } from '../app/appContext.ts';
import type { CaseDocument } from '../cases/model.ts';
import { wasCarriedOut } from '../cases/wasCarriedOut.ts';
import { defineRoute, FileAnswer } from '../http/route.ts';
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
import { tableTypes } from '../tables/writeTable.ts';
import { bulkAct, bulkActions } from './bulkAct.ts';
import { claimTask, releaseTask } from './claimTask.ts';
import { completeBatch } from './completeBatch.ts';
import { completeTask } from './completeTask.ts';
import { countTasks } from './countTasks.ts';
import { exportTasks } from './exportTasks.ts';
import { listFacets } from './listFacets.ts';
import { listTasks } from './listTasks.ts';
import type { TaskDocument } from './model.ts';
import { type TaskColumn, taskColumns } from './taskColumns.ts';
import { taskLights, taskSorts, taskViews } from './taskFilter.ts';
import { taskIndexOf } from './taskIndex.ts';
import { readTask } from './taskScope.ts';
import { taskSummary, viewTask } from './viewTask.ts';
import { unwatchCase, watchCase, watchedCases } from './watchCase.ts';

const workers = ['clerk', 'approver', 'head', 'expert', ...dispatchRoles] as const;
/** Supervisors look at the queues of all departments; they work on none. */
const lookers = [...workers, 'supervisor'] as const;

const filterQuery = z.object({
  view: z.enum(taskViews).default('department'),
  light: z.enum(taskLights).optional(),
  packCode: z.string().max(64).optional(),
  stepKey: z.string().max(64).optional(),
  area: z.string().max(32).optional(),
  /** Exact name or number of the applicant. */
  applicant: z.string().trim().min(1).max(100).optional(),
  caseNo: z
    .string()
    .regex(/^\d{1,24}$/)
    .optional(),
  /** Id of who holds it, `none` for nobody. */
  assignee: z.string().max(64).optional(),
  sort: z.enum(taskSorts).optional(),
  order: z.enum(['asc', 'desc']).optional(),
});
const facet = z.array(z.object({ key: z.string(), name: textSchema, count: z.number() }));
const outcomeOfEach = z.array(
  z.object({
    taskId: z.string(),
    ok: z.boolean(),
    problem: z.object({ code: z.string(), detail: z.string() }).optional(),
  }),
);
const number = z.number();

/** The columns named in an address, all when none is. */
function columnsOf(text: string | undefined): TaskColumn[] {
  const named = taskColumns.filter((column) => text?.split(',').includes(column));
  return named.length === 0 ? [...taskColumns] : named;
}

const completionSchema = z.strictObject({
  outcome: z.string().max(64),
  formData: z.record(z.string(), z.unknown()).default({}),
  comment: z.string().trim().max(1000).optional(),
  password: z.string().max(200).optional(),
  formVersion: z.int().min(0).optional(),
  /** What a decision rests on that repeats one which an appeal took away. */
  statement: z.string().trim().min(10).max(2000).optional(),
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
    access: lookers,
    tag: 'inbox',
    summary: 'A page of one of the views of the inbox, most urgent first unless asked otherwise',
    query: filterQuery.extend(pageQuery.shape),
    response: pageOf(taskSummarySchema),
    handle: ({ app, actor, query }) => listTasks({ app, actor, query }),
  }),
  defineRoute({
    method: 'get',
    path: '/tasks/counts',
    access: lookers,
    tag: 'inbox',
    summary: 'Counts for the views of the inbox, and for which absent colleagues one stands in',
    response: z.object({
      mine: number,
      department: number,
      claimed: number,
      unclaimed: number,
      watched: number,
      absent: number,
      green: number,
      yellow: number,
      red: number,
      paused: number,
      absentColleagues: z.array(z.object({ id: z.string(), name: z.string(), toDay: z.string() })),
    }),
    handle: ({ app, actor }) => countTasks({ app, actor }),
  }),
  defineRoute({
    method: 'get',
    path: '/tasks/facets',
    access: lookers,
    tag: 'inbox',
    summary: 'What occurs in a view: items, steps and areas to filter by',
    query: z.object({ view: z.enum(taskViews).default('department') }),
    response: z.object({ items: facet, steps: facet, areas: facet }),
    handle: ({ app, actor, query }) => listFacets({ app, actor, view: query.view }),
  }),
  defineRoute({
    method: 'get',
    path: '/tasks/export',
    access: lookers,
    tag: 'inbox',
    summary: 'What the filter shows, as CSV or Excel; recorded',
    query: filterQuery.extend({
      format: z.enum(['csv', 'xlsx']).default('xlsx'),
      /** Names of columns, separated by commas. */
      columns: z.string().max(200).optional(),
    }),
    responseMediaType: 'application/octet-stream',
    handle: async ({ app, actor, query, locale }) => {
      const { format, columns, ...filter } = query;
      const file = { query: filter, columns: columnsOf(columns), format };
      const { bytes, name } = await exportTasks({ app, actor, ...file, locale });
      return new FileAnswer({ bytes, name, mediaType: tableTypes[format] });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/tasks/bulk',
    access: lookers,
    tag: 'inbox',
    summary: 'Claim, give back, take over, assign or urge several tasks; reports each outcome',
    idempotent: true,
    body: z.strictObject({
      action: z.enum(bulkActions),
      taskIds: z.array(z.string().max(64)).min(1).max(200),
      assigneeId: z.string().max(64).optional(),
      message: z.string().trim().min(1).max(500).optional(),
    }),
    response: z.object({ results: outcomeOfEach }),
    handle: async ({ app, actor, body, locale }) => ({
      results: await bulkAct({ app, actor, ...body, locale }),
    }),
  }),
  defineRoute({
    method: 'get',
    path: '/watches',
    access: lookers,
    tag: 'inbox',
    summary: 'The cases that one watches',
    response: z.object({ items: z.array(z.string()) }),
    handle: async ({ app, actor }) => ({ items: [...(await watchedCases(app, actor))] }),
  }),
  defineRoute({
    method: 'put',
    path: '/watches/{id}',
    access: lookers,
    tag: 'inbox',
    summary: 'Watch a case',
    params: idParams,
    handle: ({ app, actor, params }) => watchCase({ app, actor, caseId: params.id }),
  }),
  defineRoute({
    method: 'delete',
    path: '/watches/{id}',
    access: lookers,
    tag: 'inbox',
    summary: 'Watch a case no longer',
    params: idParams,
    handle: ({ app, actor, params }) => unwatchCase({ app, actor, caseId: params.id }),
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
    handle: async ({ app, actor, params }) => {
      const task = await readTask(app, actor, params.id).catch((error: unknown) => {
        taskIndexOf(app).forget(params.id);
        throw error;
      });
      return viewTask(app, actor, task);
    },
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
    body: completionSchema
      .omit({ statement: true })
      .extend({ taskIds: z.array(z.string().max(64)).min(1).max(200) }),
    response: z.object({
      results: outcomeOfEach,
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
