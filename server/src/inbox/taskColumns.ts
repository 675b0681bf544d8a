import titles from '../../data/taskColumns.json' with { type: 'json' };
import type { Locale, Text } from '../errors/appError.ts';
import type { taskSummary } from './viewTask.ts';

/** The columns of a task list, as on the screen. */
export const taskColumns = [
  'light',
  'number',
  'item',
  'step',
  'applicant',
  'area',
  'department',
  'assignee',
  'received',
  'due',
  'stepDue',
] as const;
export type TaskColumn = (typeof taskColumns)[number];

const texts = titles as { columns: Record<TaskColumn, Text>; lights: Record<string, Text> };

export const columnTitles = texts.columns;

type Summary = ReturnType<typeof taskSummary>;

const shown: Record<TaskColumn, (task: Summary, locale: Locale) => string> = {
  light: (task, locale) => texts.lights[task.light ?? 'none']?.[locale] ?? '',
  number: (task) => task.caseNo,
  item: (task, locale) => task.itemName[locale],
  step: (task, locale) => task.stepName[locale],
  applicant: (task) => task.applicantName,
  area: (task) => task.town,
  department: (task) => task.department.name,
  assignee: (task) => task.assignee?.name ?? '',
  received: (task) => inShanghai(task.createdAt),
  due: (task) => inShanghai(task.dueAt),
  stepDue: (task) => inShanghai(task.stepDueAt),
};

/** What a column says of a task. */
export function valueOfColumn(column: TaskColumn, task: Summary, locale: Locale): string {
  return shown[column](task, locale);
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

function inShanghai(instant: string | null): string {
  return instant === null ? '' : clock.format(new Date(instant));
}
