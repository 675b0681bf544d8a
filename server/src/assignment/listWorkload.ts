import { absentToday } from '../absence/listAbsences.ts';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { listColleagues } from '../identity/readColleague.ts';
import { lightOfTask, wholeMinute } from '../inbox/taskFilter.ts';
import { type ListedTask, taskIndexOf } from '../inbox/taskIndex.ts';

interface Load {
  open: number;
  red: number;
  yellow: number;
}

/** How much each person of the department has on the desk, and what waits for nobody yet. */
export async function listWorkload(input: { app: AppContext; actor: Actor }) {
  const { app, actor } = input;
  const departmentId = actor.department.id;
  const index = taskIndexOf(app);
  const [people, away] = [await listColleagues(app, departmentId), await absentToday(app, departmentId)];
  await index.fresh();
  const minute = wholeMinute(app.time.now());
  const unclaimed: ListedTask[] = [];
  const all: ListedTask[] = [];
  for (const task of index.ofDepartment(departmentId)) {
    all.push(task);
    if (task.assignee === undefined) unclaimed.push(task);
  }
  return {
    department: { id: departmentId, name: actor.department.name, ...loadOf(all, minute) },
    unclaimed: loadOf(unclaimed, minute),
    items: people.map((user) => {
      const absence = away.get(user._id);
      return {
        id: user._id,
        name: user.name,
        username: user.username,
        roles: [...user.roles],
        ...loadOf(index.ofAssignee(user._id), minute),
        absentUntil: absence?.toDay ?? null,
        deputy: absence === undefined ? null : { id: absence.deputyId, name: absence.deputyName },
      };
    }),
  };
}

function loadOf(tasks: Iterable<ListedTask>, minute: number): Load {
  const load: Load = { open: 0, red: 0, yellow: 0 };
  for (const task of tasks) {
    load.open += 1;
    const light = lightOfTask(task, minute);
    if (light === 'red' || light === 'yellow') load[light] += 1;
  }
  return load;
}
