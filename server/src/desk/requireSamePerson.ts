import type { Step } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { samePersonOf } from './samePerson.ts';
import { stepOfTask } from './stepOfTask.ts';

/**
 * Where the pack says that a step is done by whoever did an earlier one (`steps.<key>.samePersonAs`), nobody else may
 * have it while that person can do it; a deputy who acts for that person may, and anybody of the group once the person is away,
 * has left or has lost the role.
 * Throws AppError `samePerson`.
 */
export async function requireSamePerson(input: {
  app: AppContext;
  /** Who is to do the step, and for which absent colleague. */
  actor: { readonly id: string; readonly for?: { readonly id: string } };
  task: Pick<TaskDocument, 'caseId' | 'stepKey' | 'departmentId' | 'role'>;
  /** The step, when the caller has read it. */
  step?: Pick<Step, 'samePersonAs'>;
}): Promise<void> {
  const { app, actor, task } = input;
  const step = input.step ?? (await stepOfTask(app, task));
  const person = await samePersonOf({ app, task, step });
  if (person === undefined || person.unavailable !== undefined) return;
  if (person.id === actor.id || person.id === actor.for?.id) return;
  throw new AppError('samePerson', { params: { name: person.name } });
}
