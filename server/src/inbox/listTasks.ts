import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import type { TaskDocument } from './model.ts';
import { bySortKey } from './sortKeyWindows.ts';
import { taskQueue } from './taskQueue.ts';
import { mayWorkOn } from './taskScope.ts';
import { taskSummary } from './viewTask.ts';

export interface TaskQuery {
  view: 'mine' | 'department' | 'all';
  light?: 'green' | 'yellow' | 'red' | 'paused' | undefined;
  packCode?: string | undefined;
  caseNo?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of the inbox, most urgent first; only tasks of the actor's department and roles. */
export async function listTasks(input: { app: AppContext; actor: Actor; query: TaskQuery }) {
  const { app, actor, query } = input;
  const after = query.cursor === undefined ? '' : Buffer.from(query.cursor, 'base64url').toString();
  const fits = filterOf(query, app.time.now());
  const accept = (task: TaskDocument) => fits(task) && mayWorkOn(actor, task);
  const count = query.limit + 1;
  const found =
    query.caseNo !== undefined || query.view === 'mine'
      ? (await readFew(app, actor, query)).filter((task) => task.sortKey > after && accept(task))
      : await takeFromQueues({ app, actor, query, after, count, accept });
  const page = found.sort(bySortKey).slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map((task) => taskSummary(app, task)),
    nextCursor:
      found.length > query.limit && last !== undefined
        ? Buffer.from(last.sortKey).toString('base64url')
        : null,
  };
}

/** Counts for the views' tabs; those of the department may be seconds old where it has thousands of tasks. */
export async function countTasks(input: { app: AppContext; actor: Actor }) {
  const { app, actor } = input;
  const [mine, ...queues] = await Promise.all([
    readMine(app, actor),
    ...actor.roles.map((role) => taskQueue(app, actor.department.id, role).counts()),
  ]);
  const sum = (key: 'all' | 'red' | 'yellow') => queues.reduce((total, counts) => total + counts[key], 0);
  return { mine: mine.length, department: sum('all'), red: sum('red'), yellow: sum('yellow') };
}

/** The first of each queue that the actor works from; the page is among them. */
async function takeFromQueues(options: {
  app: AppContext;
  actor: Actor;
  query: TaskQuery;
  after: string;
  count: number;
  accept: (task: TaskDocument) => boolean;
}): Promise<TaskDocument[]> {
  const { app, actor, query, count, accept } = options;
  const minute = wholeMinute(app.time.now()).toISOString();
  const later = query.light === 'green' || query.light === 'yellow';
  // Sort keys begin with the due instant, so that a light bounds the walk.
  const after = later && minute > options.after ? minute : options.after;
  const to = query.light === 'red' ? minute : undefined;
  const taken = await Promise.all(
    actor.roles.map((role) => taskQueue(app, actor.department.id, role).take({ after, to, count, accept })),
  );
  return taken.flat();
}

/** Few tasks by nature: those of a case number, or of a person. */
async function readFew(app: AppContext, actor: Actor, query: TaskQuery): Promise<TaskDocument[]> {
  const tasks =
    query.caseNo === undefined ? await readMine(app, actor) : await readByNumber(app, query.caseNo);
  return tasks.filter(
    (task) =>
      task.active && mayWorkOn(actor, task) && (query.view !== 'mine' || task.assignee?.id === actor.id),
  );
}

async function readMine(app: AppContext, actor: Actor): Promise<TaskDocument[]> {
  const tasks = (await app.models.tasks
    .find({ tenant: app.tenant, 'assignee.id': actor.id, active: true })
    .lean()) as TaskDocument[];
  return tasks.filter((task) => mayWorkOn(actor, task));
}

async function readByNumber(app: AppContext, caseNo: string): Promise<TaskDocument[]> {
  const range = trusted({ $gte: caseNo, $lt: `${caseNo}\uffff` });
  return (await app.models.tasks
    .find({ tenant: app.tenant, caseNo: caseNo.length === 24 ? caseNo : range })
    .lean()) as TaskDocument[];
}

function filterOf(query: TaskQuery, now: Date): (task: TaskDocument) => boolean {
  const minute = wholeMinute(now);
  return (task) =>
    (query.packCode === undefined || task.packCode === query.packCode) &&
    (query.light === undefined || lightOf(task, minute) === query.light);
}

function lightOf(task: TaskDocument, minute: Date): TaskQuery['light'] {
  if (task.paused) return 'paused';
  if (task.dueAt < minute) return 'red';
  if (task.yellowAt === undefined) return undefined;
  return task.yellowAt <= minute ? 'yellow' : 'green';
}

function wholeMinute(now: Date): Date {
  return new Date(Math.floor(now.getTime() / 60_000) * 60_000);
}
