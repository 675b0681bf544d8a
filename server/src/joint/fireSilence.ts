import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { ClockDocument, EscalationStep } from '../clocks/model.ts';
import { stopClocks } from '../clocks/startCaseClocks.ts';
import { openFinding } from '../supervision/openFinding.ts';
import { jointResult } from './jointState.ts';

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
  if (clock.silence?.means === 'agree') return agreeSilently(options);
  await openFinding(app, change, {
    effectKey: `${clock._id}:${step.key}`,
    kind: 'opinionMissing',
    departmentId: clock.departmentId,
    dueAt: step.dueAt,
    details: { clock: clock.kind, limit: clock.silence?.after ?? clock.limit },
  });
}

async function agreeSilently(options: {
  app: AppContext;
  change: CaseChange;
  clock: ClockDocument;
}): Promise<void> {
  const { app, change, clock } = options;
  const { subject, now, session } = change;
  const taskId = clock.taskId ?? '';
  const task = await app.models.tasks
    .findOne({ _id: taskId, state: trusted({ $in: ['open', 'claimed'] }) }, null, { session })
    .lean();
  const { pack } = await app.packs.version(subject.packCode, subject.packVersion);
  const rule = pack.joint.find(({ opinions }) => opinions.some((opinion) => opinion.step === task?.stepKey));
  const asked = rule?.opinions.find((opinion) => opinion.step === task?.stepKey);
  const state = subject.joint?.find(({ key }) => key === rule?.key);
  if (task === null || rule === undefined || asked === undefined || state === undefined) return;
  const changed = {
    ...state,
    opinions: state.opinions.map((opinion) =>
      opinion.step === task.stepKey
        ? { ...opinion, position: 'agree' as const, at: now, silent: true }
        : opinion,
    ),
  };
  subject.joint = (subject.joint ?? []).map((entry) => (entry.key === rule.key ? changed : entry));
  await stopClocks({ app, change, kinds: ['step'], taskId });
  const commandId = change.outbox({
    destination: 'engine',
    type: 'completeTask',
    payload: {
      taskId,
      variables: { outcome: asked.agree[0] ?? '', [rule.variable]: jointResult(rule, changed) },
    },
  });
  await app.models.tasks.updateOne(
    { _id: taskId },
    { $set: { state: 'completing', commandId } },
    { session },
  );
  change.event('opinionBySilence', {
    step: task.stepKey,
    department: task.departmentId,
    cite: clock.silence?.cite ?? '',
  });
}
