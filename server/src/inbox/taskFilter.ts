import type { AppContext } from '../app/appContext.ts';
import { beyondAll } from './model.ts';
import type { PlaceKey } from './pickPage.ts';
import type { ListedTask } from './taskIndex.ts';

export const taskViews = ['mine', 'department', 'claimed', 'watched', 'absent', 'finished', 'all'] as const;
export type TaskView = (typeof taskViews)[number];
export const taskLights = ['green', 'yellow', 'red', 'paused'] as const;
export type TaskLight = (typeof taskLights)[number];
export const taskSorts = ['due', 'received', 'number', 'item', 'step', 'assignee'] as const;
export type TaskSort = (typeof taskSorts)[number];

/** What narrows a view. */
export interface TaskFilter {
  light?: TaskLight | undefined;
  packCode?: string | undefined;
  stepKey?: string | undefined;
  /** Code of a town or village. */
  area?: string | undefined;
  /** Exact name or number of the applicant; only its blind indexes are compared. */
  applicant?: string | undefined;
  /** How a case number begins. */
  caseNo?: string | undefined;
  /** Id of who holds it; `none` for what nobody holds. */
  assignee?: string | undefined;
}

/** Whether a task is what the filter asks for; lights as they are in this minute. */
export function filterOf(app: AppContext, filter: TaskFilter): (task: ListedTask) => boolean {
  const minute = wholeMinute(app.time.now());
  const { light, packCode, stepKey, area, caseNo, assignee } = filter;
  const applicant = filter.applicant?.trim() ?? '';
  const name = applicant === '' ? undefined : app.cipher.blindIndex('name', applicant);
  const holder = applicant === '' ? undefined : app.cipher.blindIndex('holder', applicant);
  return (task) =>
    (light === undefined || lightOfTask(task, minute) === light) &&
    (packCode === undefined || task.packCode === packCode) &&
    (stepKey === undefined || task.stepKey === stepKey) &&
    (area === undefined || task.area?.town === area || task.area?.village === area) &&
    (caseNo === undefined || task.caseNo.startsWith(caseNo)) &&
    (assignee === undefined || (task.assignee?.id ?? 'none') === assignee) &&
    (name === undefined || task.nameIndex === name || task.holderIndex === holder);
}

/** The light of a task at a minute ({@link wholeMinute}); undefined where nothing is due. */
export function lightOfTask(task: ListedTask, minute: number): TaskLight | undefined {
  if (task.paused) return 'paused';
  // Numbers: comparing Date objects takes five times as long, and whoever supervises counts a hundred thousand.
  if (task.dueAt.getTime() < minute) return 'red';
  if (task.yellowAt === undefined) return undefined;
  return task.yellowAt.getTime() <= minute ? 'yellow' : 'green';
}

/** The beginning of the minute, in milliseconds since 1970. */
export function wholeMinute(now: Date): number {
  return Math.floor(now.getTime() / 60_000) * 60_000;
}

const values: Record<TaskSort | 'finished', (task: ListedTask) => string> = {
  finished: (task) => task.finishedKey ?? '',
  due: (task) => task.sortKey,
  received: (task) => task.createdAt.toISOString(),
  number: (task) => task.caseNo,
  item: (task) => task.itemName['zh-CN'],
  step: (task) => task.stepName['zh-CN'],
  // What nobody holds comes last.
  assignee: (task) => task.assignee?.name ?? beyondAll,
};

/** What a list is sorted by, and the id behind it. */
export function placeOf(sort: TaskSort | 'finished'): (task: ListedTask) => PlaceKey {
  const read = values[sort];
  return (task) => [read(task), task._id];
}
