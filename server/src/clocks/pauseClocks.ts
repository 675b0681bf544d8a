import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { changeClocks } from './changeClocks.ts';

/**
 * A special procedure pauses the statutory and the promised clock (Administrative License Law art. 45), from the instant
 * of its written notice.
 */
export async function pauseClocks(options: {
  app: AppContext;
  change: CaseChange;
  procedure: string;
  reason: string;
  documentNo: string;
}): Promise<void> {
  const { change, procedure, reason, documentNo } = options;
  await changeClocks({
    ...options,
    kinds: ['statutory', 'promised'],
    edit: (clock) => {
      clock.pauses = [...clock.pauses, { from: change.now, reason, documentNo, procedure }];
      clock.state = 'paused';
    },
  });
}

/** The special procedure ended: its pause closes; the clocks run again when no other is open. */
export async function resumeClocks(options: {
  app: AppContext;
  change: CaseChange;
  procedure: string;
}): Promise<void> {
  const { change, procedure } = options;
  await changeClocks({
    ...options,
    kinds: ['statutory', 'promised'],
    edit: (clock) => {
      for (const pause of clock.pauses) if (pause.procedure === procedure) pause.to ??= change.now;
      clock.state = clock.pauses.every((pause) => pause.to !== undefined) ? 'running' : 'paused';
    },
  });
}
