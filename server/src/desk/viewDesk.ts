import { absentColleagues } from '../absence/absentColleagues.ts';
import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { mayTakeFor } from '../inbox/taskScope.ts';
import { colleaguesOf } from './colleaguesOf.ts';
import type { DeskTask } from './deskTask.ts';
import { queuesFor } from './queuesFor.ts';
import { isHeadOf } from './requireInHand.ts';
import { returnTargets } from './returnTargets.ts';
import { whatUndoes } from './undoStep.ts';

/** Who has asked whom to prepare the task; null when nobody has. */
export function viewDelegation({ delegation }: Pick<TaskDocument, 'delegation'>) {
  if (delegation === undefined) return null;
  const { owner, to, reason, state, note, at } = delegation;
  return { owner, to, reason, state, note: note ?? null, at: at.toISOString() };
}

/** Why the task has come back; null at a first visit. */
export function viewReturned({ returned }: Pick<TaskDocument, 'returned'>) {
  if (returned === undefined) return null;
  const { how, by, reason, at } = returned;
  return { how, by: by.name, reason, at: at.toISOString() };
}

async function absentHolder(app: AppContext, actor: Actor, { assignee }: TaskDocument) {
  const found = (await absentColleagues(app, actor)).find(({ id }) => id === assignee?.id);
  return found === undefined ? null : { id: found.id, name: found.name, toDay: found.toDay };
}

/** What the actor may do with the task beside completing it, and with whom. */
export async function viewDesk(input: DeskTask & { app: AppContext; actor: Actor }) {
  const { app, actor, task, loaded } = input;
  const open = (task.state === 'open' || task.state === 'claimed') && task.reserved !== true;
  const delegated = task.delegation?.state === 'pending';
  const mine = open && task.assignee?.id === actor.id;
  const own = mine && !delegated;
  const passable = open && !delegated && (mine || isHeadOf(actor, task));
  const [takeFor, colleagues, queues, back, undo] = await Promise.all([
    open && !mine && mayTakeFor(actor, task) ? absentHolder(app, actor, task) : null,
    passable ? colleaguesOf(app, task, actor.id) : [],
    passable ? queuesFor(app, task, loaded.step(task.stepKey).transferTo) : [],
    own ? returnTargets(app, input) : null,
    task.state === 'done' ? whatUndoes(app, actor, input) : ('gone' as const),
  ]);
  return {
    canTransfer: passable,
    canDelegate: own,
    /** The absent colleague who holds it and for whom the actor stands in. */
    takeFor,
    canReturnDelegated: mine && delegated,
    canRecall: open && delegated && task.delegation?.owner.id === actor.id,
    colleagues,
    queues,
    back:
      back === null
        ? null
        : {
            refused: back.refused,
            targets: back.targets.map(({ at, by, ...rest }) => ({
              ...rest,
              by: by.name,
              at: at.toISOString(),
            })),
          },
    undo: typeof undo === 'string' ? undo : 'possible',
  };
}
