import type { Step } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { excludedByFourEyes } from './requireFourEyes.ts';

/**
 * The engine has opened the task to which a case was sent back, or whose completion was undone: it says why it is there
 * and lies with who had handled it, where that was found and four eyes still allow it (who has done a later step meanwhile may be
 * excluded: it waits in the queue, and the record says so); the engine is told. Changes nothing for any other task.
 */
export async function takeReturning(
  app: AppContext,
  change: CaseChange,
  task: { id: string; taskDefinitionKey: string },
  queue: { departmentId: string; role: string },
  step: Pick<Step, 'fourEyes'>,
): Promise<Partial<TaskDocument>> {
  const { subject } = change;
  const { returning } = subject;
  if (returning === undefined || returning.to !== task.taskDefinitionKey) return {};
  delete subject.returning;
  const { how, from, by, reason, at, handler } = returning;
  const returned = { how, from, by, reason, at };
  if (handler === undefined || app.organisation.findDepartment(queue.departmentId) === undefined)
    return { returned };
  const { session } = change;
  const stepKey = task.taskDefinitionKey;
  const excluded = await excludedByFourEyes({ app, caseId: subject._id, stepKey, step, session });
  if (excluded.has(handler.id)) {
    change.event('returnedFourEyes', { step: stepKey, person: handler.name });
    return { returned };
  }
  change.outbox({
    destination: 'engine',
    type: 'claimTask',
    payload: { taskId: task.id, userId: handler.id },
  });
  return { returned, state: 'claimed', assignee: handler };
}
