import { absentColleagues } from '../absence/absentColleagues.ts';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import type { TaskView } from './taskFilter.ts';
import { type ListedTask, taskIndexOf } from './taskIndex.ts';
import { mayTakeFor, mayWorkOn } from './taskScope.ts';
import { watchedCases } from './watchCase.ts';

/** Who looks at the tasks of all departments: whose office it is to supervise, not to work on them. */
export function seesEverything(actor: Actor): boolean {
  return actor.roles.includes('supervisor');
}

/** The active tasks of a view, in no order. The index is fresh (`TaskIndex.fresh`). */
export async function tasksOfView(
  app: AppContext,
  actor: Actor,
  view: Exclude<TaskView, 'finished'>,
): Promise<Iterable<ListedTask>> {
  const index = taskIndexOf(app);
  switch (view) {
    case 'mine':
      return only(index.ofAssignee(actor.id), (task) => mayWorkOn(actor, task));
    case 'claimed':
      return only(
        index.ofDepartment(actor.department.id),
        (task) => task.assignee !== undefined && task.assignee.id !== actor.id && mayWorkOn(actor, task),
      );
    case 'watched': {
      const watched = await watchedCases(app, actor);
      return [...watched].flatMap((caseId) => [...index.ofCase(caseId)]);
    }
    case 'absent':
      return tasksOfColleagues(app, actor, await absentColleagues(app, actor));
    case 'department':
      return only(index.ofDepartment(actor.department.id), (task) => mayWorkOn(actor, task));
    case 'all':
      return seesEverything(actor) ? index.all() : everyTask(app, actor);
  }
}

/** What a deputy may take over from colleagues who are absent. */
export function tasksOfColleagues(
  app: AppContext,
  actor: Actor,
  colleagues: readonly { id: string }[],
): ListedTask[] {
  const index = taskIndexOf(app);
  return colleagues.flatMap(({ id }) => [...index.ofAssignee(id)]).filter((task) => mayTakeFor(actor, task));
}

/** The department's and those that are one's own elsewhere (an expert's). */
function* everyTask(app: AppContext, actor: Actor): Generator<ListedTask> {
  const index = taskIndexOf(app);
  for (const task of index.ofDepartment(actor.department.id)) if (mayWorkOn(actor, task)) yield task;
  for (const task of index.ofAssignee(actor.id))
    if (task.departmentId !== actor.department.id && mayWorkOn(actor, task)) yield task;
}

function* only(tasks: Iterable<ListedTask>, accept: (task: ListedTask) => boolean): Generator<ListedTask> {
  for (const task of tasks) if (accept(task)) yield task;
}
