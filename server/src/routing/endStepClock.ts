import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { changeClocks } from '../clocks/changeClocks.ts';

/**
 * The step's own clock at a department ends without having been kept or missed, and gives up the task: the right department
 * gets one of its own (clocks.md, "Wrong routing"). The clocks of the case go on.
 */
export async function endStepClock(options: {
  app: AppContext;
  change: CaseChange;
  taskId: string;
}): Promise<void> {
  const { change } = options;
  await changeClocks({
    ...options,
    kinds: ['step'],
    edit: (clock) => {
      for (const pause of clock.pauses) pause.to ??= change.now;
      clock.state = 'ended';
      clock.stoppedAt = change.now;
      delete clock.taskId;
    },
  });
}
