import { trusted } from 'mongoose';
import type { AppContext } from '../../app/appContext.ts';
import { farFuture } from '../../clocks/refreshSummary.ts';
import type { TaskDocument } from '../../inbox/model.ts';
import type { Span } from '../period.ts';
import type { Fact } from '../scoring/facts.ts';

/** What is asked of a finished task; the rest of it stays in the store. */
const fields = {
  ...{ caseId: 1, caseNo: 1, role: 1, finishedIn: 1, endedAt: 1 },
  ...{ dueAt: 1, stepDueAt: 1, paused: 1 },
} as const;
export type FinishedTask = Pick<TaskDocument, '_id' | keyof typeof fields>;

/** What a person finished in the span. */
export async function readFinished(app: AppContext, personId: string, span: Span): Promise<FinishedTask[]> {
  const from = `${personId}|${span.start.toISOString()}`;
  const to = `${personId}|${span.end.toISOString()}`;
  return app.models.tasks
    .find({ tenant: app.tenant, finishedKey: trusted({ $gte: from, $lt: to }) }, fields)
    .lean() as unknown as Promise<FinishedTask[]>;
}

/** Whether each was finished in time; those without a limit, or with a clock that stood still, are no facts. */
export function finishedInTime(tasks: readonly FinishedTask[]): Fact[] {
  return tasks.flatMap((task) => {
    const { endedAt } = task;
    const due = task.stepDueAt ?? (task.paused || task.dueAt >= farFuture ? undefined : task.dueAt);
    if (endedAt === undefined || due === undefined) return [];
    return [
      {
        key: task._id,
        kind: 'task' as const,
        id: task.caseId,
        no: task.caseNo,
        at: endedAt,
        good: endedAt <= due,
      },
    ];
  });
}
