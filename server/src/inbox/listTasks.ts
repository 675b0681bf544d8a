import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import type { TaskDocument } from './model.ts';
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
  const filter = { ...scopeOf(app, actor, query.view), ...narrow(query, app.time.now()) };
  const after = query.cursor === undefined ? undefined : Buffer.from(query.cursor, 'base64url').toString();
  const found = (await app.models.tasks
    .find(after === undefined ? filter : { ...filter, sortKey: trusted({ $gt: after }) })
    .sort({ sortKey: 1 })
    .limit(query.limit + 1)
    .lean()) as TaskDocument[];
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map((task) => taskSummary(app, task)),
    nextCursor:
      found.length > query.limit && last !== undefined
        ? Buffer.from(last.sortKey).toString('base64url')
        : null,
  };
}

/** Counts for the views' tabs. */
export async function countTasks(input: { app: AppContext; actor: Actor }) {
  const { app, actor } = input;
  const now = app.time.now();
  const count = (filter: Record<string, unknown>) => app.models.tasks.countDocuments(filter);
  const department = scopeOf(app, actor, 'department');
  const [mine, all, red, yellow] = await Promise.all([
    count(scopeOf(app, actor, 'mine')),
    count(department),
    count({ ...department, ...narrow({ light: 'red' }, now) }),
    count({ ...department, ...narrow({ light: 'yellow' }, now) }),
  ]);
  return { mine, department: all, red, yellow };
}

function scopeOf(app: AppContext, actor: Actor, view: TaskQuery['view']): Record<string, unknown> {
  const own = {
    tenant: app.tenant,
    departmentId: actor.department.id,
    active: true,
    role: trusted({ $in: [...actor.roles] }),
  };
  return view === 'mine' ? { ...own, 'assignee.id': actor.id } : own;
}

function narrow(query: Pick<TaskQuery, 'light' | 'packCode' | 'caseNo'>, now: Date): Record<string, unknown> {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000);
  const light =
    query.light === undefined
      ? {}
      : query.light === 'paused'
        ? { paused: true }
        : query.light === 'red'
          ? { paused: false, dueAt: trusted({ $lt: minute }) }
          : query.light === 'yellow'
            ? { paused: false, dueAt: trusted({ $gte: minute }), yellowAt: trusted({ $lte: minute }) }
            : { paused: false, dueAt: trusted({ $gte: minute }), yellowAt: trusted({ $gt: minute }) };
  return {
    ...light,
    ...(query.packCode === undefined ? {} : { packCode: query.packCode }),
    ...(query.caseNo === undefined
      ? {}
      : { caseNo: trusted({ $gte: query.caseNo, $lt: `${query.caseNo}\uffff` }) }),
  };
}
