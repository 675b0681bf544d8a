import type { AppContext } from '../app/appContext.ts';
import type { Text } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import { areaName } from '../organisation/areaName.ts';
import type { TaskView } from './taskFilter.ts';
import { taskIndexOf } from './taskIndex.ts';
import { tasksOfView } from './tasksOfView.ts';

/** What can be filtered by in a view: the items, steps and areas that occur in it, most frequent first. */
export async function listFacets(input: { app: AppContext; actor: Actor; view: TaskView }) {
  const { app, actor } = input;
  await taskIndexOf(app).fresh();
  // What somebody finished is filtered by what waits in the department.
  const view = input.view === 'finished' ? 'all' : input.view;
  const items = new Map<string, { name: Text; count: number }>();
  const steps = new Map<string, { name: Text; count: number }>();
  const areas = new Map<string, { name: Text; count: number }>();
  const note = (map: typeof items, key: string, name: Text) => {
    const entry = map.get(key) ?? { name, count: 0 };
    entry.count += 1;
    map.set(key, entry);
  };
  for (const task of await tasksOfView(app, actor, view)) {
    note(items, task.packCode, task.itemName);
    note(steps, task.stepKey, task.stepName);
    for (const code of [task.area?.town, task.area?.village]) {
      if (code === undefined) continue;
      const name = areaName(app, code);
      note(areas, code, { 'zh-CN': name, en: name });
    }
  }
  const list = (map: typeof items) =>
    [...map]
      .map(([key, entry]) => ({ key, ...entry }))
      .sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
  return { items: list(items), steps: list(steps), areas: list(areas) };
}
