import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { listFinished } from './listFinished.ts';
import { pickPage, readPlace, writePlace } from './pickPage.ts';
import { filterOf, placeOf, type TaskFilter, type TaskSort, type TaskView } from './taskFilter.ts';
import { type ListedTask, taskIndexOf } from './taskIndex.ts';
import { tasksOfView } from './tasksOfView.ts';
import { taskSummary } from './viewTask.ts';

export interface TaskQuery extends TaskFilter {
  view: TaskView;
  sort?: TaskSort | undefined;
  order?: 'asc' | 'desc' | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** A page of one of the inbox's views, most urgent first unless asked otherwise; what was finished, latest first. */
export async function listTasks(input: { app: AppContext; actor: Actor; query: TaskQuery }) {
  const { app, query } = input;
  const { page, more } = await pageOfTasks(input);
  const last = page.at(-1);
  const place = last === undefined ? undefined : placeOf(sortOf(query))(last);
  return {
    items: page.map((task) => taskSummary(app, task)),
    nextCursor: more && place !== undefined ? writePlace(place) : null,
  };
}

/** The same as stored, and whether there is more behind it. */
export async function pageOfTasks(input: {
  app: AppContext;
  actor: Actor;
  query: TaskQuery;
}): Promise<{ page: ListedTask[]; more: boolean }> {
  const { app, actor, query } = input;
  const after = readPlace(query.cursor);
  const accept = filterOf(app, query);
  const count = query.limit + 1;
  if (query.view === 'finished') {
    const found = await listFinished({ app, actor, accept, after, count });
    return { page: found.slice(0, query.limit), more: found.length > query.limit };
  }
  await taskIndexOf(app).fresh();
  const found = pickPage({
    entries: await tasksOfView(app, actor, widened(query)),
    keyOf: placeOf(sortOf(query)),
    accept,
    after,
    count,
    descending: query.order === 'desc',
  });
  return { page: found.slice(0, query.limit), more: found.length > query.limit };
}

/** Who asks for a number wants the task wherever it is theirs: an expert's stands in another department's queue. */
function widened({ view, caseNo }: TaskQuery): Exclude<TaskView, 'finished'> {
  if (view === 'finished' || (view === 'department' && caseNo !== undefined)) return 'all';
  return view;
}

function sortOf(query: TaskQuery): TaskSort | 'finished' {
  return query.view === 'finished' ? 'finished' : (query.sort ?? 'due');
}
