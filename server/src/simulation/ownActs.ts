import type { Act } from '@onewindow/processes';
import type { Json } from '../client/apiClient.ts';
import { findActor } from '../identity/findActor.ts';
import { carryOut } from '../rehearsal/carryOut.ts';
import { clerkOf } from '../rehearsal/intakeActs.ts';
import { caseOf, type Run } from '../rehearsal/run.ts';
import { openTasks } from '../rehearsal/taskActs.ts';
import { ratedStates, rateService } from '../satisfaction/rateService.ts';
import type { Dice } from './dice.ts';
import type { OwnAct } from './planCourse.ts';
import traffic from './traffic.json' with { type: 'json' };

/** Whoever will do it takes the task from the inbox. */
export async function claim(run: Run, { step, person }: Extract<OwnAct, { act: 'claim' }>): Promise<void> {
  const task = (await openTasks(run)).find(({ stepKey, state }) => stepKey === step && state === 'open');
  if (task === undefined) return;
  await (await run.stage.people.of(task.departmentId, task.role, person)).post(`/tasks/${task._id}/claim`);
}

/** The window names one of the papers, all at once. */
export async function ask(run: Run, dice: Dice): Promise<void> {
  const clerk = await clerkOf(run);
  const { materials } = await clerk.get(`/cases/${run.caseId}`);
  const handedIn = (materials as Json[]).filter(
    ({ status }) => status === 'provided' || status === undefined,
  );
  const { key } = dice.pick(handedIn.length === 0 ? (materials as Json[]) : handedIn);
  await clerk.post(`/cases/${run.caseId}/supplement`, {
    items: [{ materialKey: key, problem: '材料不清晰或者未加盖公章，请重新提交。' }],
  });
}

/** What was asked for comes anew. */
export async function resubmit(run: Run, act: Extract<Act, { act: 'resubmit' }>): Promise<void> {
  const subject = await caseOf(run);
  if (subject.state !== 'supplementing') return;
  const asked = (subject.supplement?.items ?? []).flatMap(({ materialKey }) => materialKey ?? []);
  await carryOut(run, { ...act, materials: asked.length > 0 ? asked : act.materials }, []);
}

/** The applicant says how it was: a late decision pleases fewer. */
export async function rate(run: Run, dice: Dice): Promise<void> {
  const { app } = run.stage;
  const subject = await caseOf(run);
  if (!(ratedStates as readonly string[]).includes(subject.state)) return;
  const late = subject.decision !== undefined && subject.decision.onTime === false;
  const { grade } = dice.weighted(traffic.grades, (entry) => (late ? entry.late : entry.onTime));
  const reasons =
    grade > 3
      ? []
      : [
          dice.pick(
            late ? (['slow', 'manyTrips'] as const) : (['unclear', 'materials', 'attitude'] as const),
          ),
        ];
  const clerk = run.stage.people.idOf(run.window, 'clerk', run.clerk);
  const actor = clerk === undefined ? undefined : await findActor(app, clerk);
  if (actor === undefined) return;
  await rateService({ app, actor, caseId: subject._id, grade, reasons, comment: undefined });
}
