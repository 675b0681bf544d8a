import { absentColleagues } from '../absence/absentColleagues.ts';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { countInto, emptyTally, type Tally } from './departmentTally.ts';
import { wholeMinute } from './taskFilter.ts';
import { type ListedTask, taskIndexOf } from './taskIndex.ts';
import { seesEverything, tasksOfColleagues, tasksOfView } from './tasksOfView.ts';

/** Counts for the views' tabs and the lights beside them, of this moment. */
export async function countTasks(input: { app: AppContext; actor: Actor }) {
  const { app, actor } = input;
  const [colleagues] = await Promise.all([absentColleagues(app, actor), taskIndexOf(app).fresh()]);
  const minute = wholeMinute(app.time.now());
  const { tally, own } = seesEverything(actor)
    ? tallyEverything(app, actor, minute)
    : await tallyDepartment(app, actor, minute);
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

/** A tally, and how many of its tasks the viewer holds. */
interface Counted {
  readonly tally: Tally;
  readonly own: number;
}

function tallyEverything(app: AppContext, actor: Actor, minute: number): Counted {
  const index = taskIndexOf(app);
  const tally = index.tallyOfAll(minute);
  const held = [...index.ofAssignee(actor.id)];
  // What is reserved for a person is seen by that person alone.
  for (const task of held) if (task.reserved === true) countInto(tally, task, minute);
  return { tally, own: held.length };
}

async function tallyDepartment(app: AppContext, actor: Actor, minute: number): Promise<Counted> {
  const tally = emptyTally();
  let own = 0;
  for (const task of await tasksOfView(app, actor, 'department')) {
    countInto(tally, task, minute);
    if (task.assignee?.id === actor.id) own += 1;
  }
  return { tally, own };
}

function lengthOf(tasks: Iterable<ListedTask>): number {
  let length = 0;
  for (const _task of tasks) length += 1;
  return length;
}
