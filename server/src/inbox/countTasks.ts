import { absentColleagues } from '../absence/absentColleagues.ts';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { countInto, type Tally } from './tally.ts';
import { wholeMinute } from './taskFilter.ts';
import { type ListedTask, taskIndexOf } from './taskIndex.ts';
import { mayWorkOn } from './taskScope.ts';
import { seesEverything, tasksOfColleagues, tasksOfView } from './tasksOfView.ts';

/** Counts for the views' tabs and the lights beside them, of this moment. */
export async function countTasks(input: { app: AppContext; actor: Actor }) {
  const { app, actor } = input;
  const [colleagues] = await Promise.all([absentColleagues(app, actor), taskIndexOf(app).fresh()]);
  const minute = wholeMinute(app.time.now());
  const { tally, own } = tallyFor(app, actor, minute);
  const size = async (view: 'mine' | 'watched') => lengthOf(await tasksOfView(app, actor, view));
  return {
    mine: await size('mine'),
    department: tally.open,
    claimed: tally.open - tally.unclaimed - own,
    unclaimed: tally.unclaimed,
    watched: await size('watched'),
    absent: tasksOfColleagues(app, actor, colleagues).length,
    ...tally.lights,
    absentColleagues: colleagues,
  };
}

/** The numbers of the queues that this person looks at, and how many of their tasks the person holds. */
function tallyFor(app: AppContext, actor: Actor, minute: number): { tally: Tally; own: number } {
  const index = taskIndexOf(app);
  const everything = seesEverything(actor);
  const departmentId = actor.department.id;
  const tally = index.tally(minute, everything ? undefined : { departmentId, roles: actor.roles });
  const held = [...index.ofAssignee(actor.id)].filter(
    (task) => everything || (task.departmentId === departmentId && mayWorkOn(actor, task)),
  );
  // What is reserved for a person is seen by that person alone.
  for (const task of held) if (task.reserved === true) countInto(tally, task, minute);
  return { tally, own: held.length };
}

function lengthOf(tasks: Iterable<ListedTask>): number {
  let length = 0;
  for (const _task of tasks) length += 1;
  return length;
}
