import type { AppContext } from '../app/appContext.ts';
import { changeCase } from '../cases/changeCase.ts';
import { requireFourEyes } from '../desk/requireFourEyes.ts';
import { AppError } from '../errors/appError.ts';
import { type Actor, asEventActor } from '../identity/actor.ts';
import type { TaskChange } from '../inbox/claimTask.ts';
import { mayTakeFor, readTask } from '../inbox/taskScope.ts';
import { absentColleagues } from './absentColleagues.ts';

/**
 * The deputy of an absent colleague takes a task that the colleague holds. From then on everything done to it is recorded
 * as done for that colleague; giving it back puts it into the department's queue.
 * Throws AppError `notFound`, `taskEnded`, `notAbsentColleague`, `taskReserved`, `taskClaimedByOther`, `fourEyes`.
 */
export async function takeForAbsent(input: {
  app: AppContext;
  actor: Actor;
  taskId: string;
}): Promise<TaskChange> {
  const { app, actor, taskId } = input;
  const seen = await readTask(app, actor, taskId);
  if (seen.assignee?.id === actor.id) return { task: seen };
  if (seen.state !== 'claimed') throw new AppError('taskEnded');
  if (!mayTakeFor(actor, seen)) throw new AppError('taskReserved');
  const holder = seen.assignee;
  const colleague = (await absentColleagues(app, actor)).find(({ id }) => id === holder?.id);
  if (holder === undefined || colleague === undefined) throw new AppError('notAbsentColleague');
  await requireFourEyes({ app, actor, task: seen });
  const onBehalfOf = { id: colleague.id, name: colleague.name };
  const changed = await changeCase({
    app,
    caseId: seen.caseId,
    actor: asEventActor({ ...actor, for: onBehalfOf }),
    work: async (change) => {
      const taken = await app.models.tasks.updateOne(
        { _id: taskId, state: 'claimed', 'assignee.id': holder.id },
        { $set: { assignee: { id: actor.id, name: actor.name }, onBehalfOf } },
        { session: change.session },
      );
      if (taken.modifiedCount !== 1) throw new AppError('taskClaimedByOther', { params: { name: '' } });
      change.event('taskTakenFor', { step: seen.stepKey });
      const engine = { destination: 'engine' as const };
      change.outbox({ ...engine, type: 'releaseTask', payload: { taskId, userId: holder.id } });
      change.outbox({ ...engine, type: 'claimTask', payload: { taskId, userId: actor.id } });
    },
  });
  return { task: await readTask(app, actor, taskId), changed };
}
