import { computeDue } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { TaskDocument } from '../inbox/model.ts';

/** Working hours after arrival in which a department may return a wrong routing. */
export const returnWithin = { value: 4, unit: 'workhour' } as const;

/** The last instant at which a department may say that a task was sent to it wrongly: 4 working hours after its arrival. */
export function returnDeadline(app: AppContext, task: Pick<TaskDocument, 'createdAt'>): Date {
  return computeDue({ limit: returnWithin, startAt: task.createdAt }, app.calendar.calendar, app.time.now())
    .dueAt;
}
