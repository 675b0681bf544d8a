import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { ClockDocument, EscalationStep } from '../clocks/model.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import type { TaskDocument } from '../inbox/model.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { type JointRule, type JointState, jointResult } from './jointState.ts';

/**
 * A department has not answered in the time that the pack gives it: the supervisor finds it, or, where the pack cites a
 * rule for that, its silence counts as agreement and the process goes on without it.
 */
export async function fireSilence(options: {
  app: AppContext;
  change: CaseChange;
  clock: ClockDocument;
  step: EscalationStep;
}): Promise<void> {
  const { app, change, clock, step } = options;
  const asked = await findAsked(app, change, clock.taskId ?? '');
  if (asked === undefined) return;
  const { silence } = asked.rule;
  if (silence?.means === 'agree') return agreeSilently({ app, change, asked, cite: silence.cite ?? '' });
  await openFinding(app, change, {
    effectKey: `${clock._id}:${step.key}`,
    kind: 'opinionMissing',
    departmentId: clock.departmentId,
    dueAt: step.dueAt,
    details: { clock: clock.kind, limit: clock.limit },
  });
}

/** The opinion that a task asks for, while nobody has given it. */
interface Asked {
  task: TaskDocument;
  rule: JointRule;
  state: JointState;
  /** Outcome that means agreement. */
  agree: string;
}

async function findAsked(app: AppContext, change: CaseChange, taskId: string): Promise<Asked | undefined> {
  const { subject, session } = change;
  const task = (await app.models.tasks
    .findOne({ _id: taskId, state: trusted({ $in: ['open', 'claimed'] }) }, null, { session })
    .lean()) as TaskDocument | null;
  const { pack } = await app.packs.version(subject.packCode, subject.packVersion);
  for (const rule of pack.joint) {
    const opinion = rule.opinions.find(({ step }) => step === task?.stepKey);
    const state = subject.joint?.find(({ key }) => key === rule.key);
    if (task === null || opinion === undefined || state === undefined) continue;
    return { task, rule, state, agree: opinion.agree[0] ?? '' };
  }
  return undefined;
}

async function agreeSilently(options: {
  app: AppContext;
  change: CaseChange;
  asked: Asked;
  cite: string;
}): Promise<void> {
  const { app, change, cite } = options;
  const { task, rule, state, agree } = options.asked;
  const { subject, now, session } = change;
  const said = { position: 'agree' as const, at: now, silent: true };
  const changed = {
    ...state,
    opinions: state.opinions.map((opinion) =>
      opinion.step === task.stepKey ? { ...opinion, ...said } : opinion,
    ),
  };
  subject.joint = (subject.joint ?? []).map((entry) => (entry.key === rule.key ? changed : entry));
  await stopClocks({ app, change, kinds: ['step'], taskId: task._id });
  const commandId = change.outbox({
    destination: 'engine',
    type: 'completeTask',
    payload: {
      taskId: task._id,
      variables: { outcome: agree, [rule.variable]: jointResult(rule, changed) },
    },
  });
  await app.models.tasks.updateOne(
    { _id: task._id },
    { $set: { state: 'completing', commandId } },
    { session },
  );
  change.event('opinionBySilence', { step: task.stepKey, department: task.departmentId, cite });
}
