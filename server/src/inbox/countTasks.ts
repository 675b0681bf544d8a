import { absentColleagues } from '../absence/absentColleagues.ts';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { lightOfTask, type TaskLight, wholeMinute } from './taskFilter.ts';
import { type ListedTask, taskIndexOf } from './taskIndex.ts';
import { seesEverything, tasksOfColleagues, tasksOfView } from './tasksOfView.ts';

/** Counts for the views' tabs and the lights beside them, of this moment. */
export async function countTasks(input: { app: AppContext; actor: Actor }) {
  const { app, actor } = input;
  const [colleagues] = await Promise.all([absentColleagues(app, actor), taskIndexOf(app).fresh()]);
  const minute = wholeMinute(app.time.now());
  const lights: Record<TaskLight, number> = { green: 0, yellow: 0, red: 0, paused: 0 };
  let [department, claimed, unclaimed] = [0, 0, 0];
  for (const task of await tasksOfView(app, actor, seesEverything(actor) ? 'all' : 'department')) {
    if (task.reserved === true && task.assignee?.id !== actor.id) continue;
    department += 1;
    if (task.assignee === undefined) unclaimed += 1;
    else if (task.assignee.id !== actor.id) claimed += 1;
    const light = lightOfTask(task, minute);
    if (light !== undefined) lights[light] += 1;
  }
  const size = async (view: 'mine' | 'watched') => lengthOf(await tasksOfView(app, actor, view));
  return {
    mine: await size('mine'),
    department,
    claimed,
    unclaimed,
    watched: await size('watched'),
    absent: tasksOfColleagues(app, actor, colleagues).length,
    ...lights,
    absentColleagues: colleagues,
  };
}

function lengthOf(tasks: Iterable<ListedTask>): number {
  let length = 0;
  for (const _task of tasks) length += 1;
  return length;
}
