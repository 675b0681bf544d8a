import { computeDue } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import { hoursOf } from '../clocks/hoursOf.ts';
import type { TaskDocument } from '../inbox/model.ts';

/** Working hours after arrival in which a department may return a wrong routing. */
export const returnWithin = { value: 4, unit: 'workhour' } as const;

/** The last instant at which a department may say that a task was sent to it wrongly: 4 working hours after its arrival. */
export function returnDeadline(
  app: AppContext,
  task: Pick<TaskDocument, 'createdAt' | 'departmentId'>,
): Date {
  const clock = { limit: returnWithin, startAt: task.createdAt, ...hoursOf(app, task.departmentId) };
  return computeDue(clock, app.calendar.calendar, app.time.now()).dueAt;
}
