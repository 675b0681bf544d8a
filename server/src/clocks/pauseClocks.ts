import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import { AppError } from '../errors/appError.ts';
import { ruleInForce } from '../supervision/rules/rulesInForce.ts';
import { changeClocks } from './changeClocks.ts';
import { startClock } from './startClock.ts';

/**
 * A special procedure pauses the statutory and the promised clock (Administrative License Law art. 45), from the instant
 * of its written notice. Supervision is told when the pause lasts longer than its rule allows.
 * Throws AppError `pauseWithoutDocument`.
 */
export async function pauseClocks(options: {
  app: AppContext;
  change: CaseChange;
  procedure: string;
  reason: string;
  documentNo: string;
}): Promise<void> {
  const { app, change, procedure, reason, documentNo } = options;
  if (documentNo.trim() === '' || reason.trim() === '') throw new AppError('pauseWithoutDocument');
  await changeClocks({
    ...options,
    kinds: ['statutory', 'promised'],
    edit: (clock) => {
      clock.pauses = [...clock.pauses, { from: change.now, reason, documentNo, procedure }];
      clock.state = 'paused';
    },
  });
  const { enabled, thresholds } = await ruleInForce(app, 'pausedTooLong', change.session);
  if (!enabled) return;
  await startClock({
    app,
    change,
    kind: 'pauseLength',
    limit: { value: thresholds['workdays'] ?? 1, unit: 'workday' },
    startAt: change.now,
    departmentId: change.subject.departmentId,
  });
}

/** The special procedure ended: its pause closes; the clocks run again when no other is open. */
export async function resumeClocks(options: {
  app: AppContext;
  change: CaseChange;
  procedure: string;
}): Promise<void> {
  const { change, procedure } = options;
  const changed = await changeClocks({
    ...options,
    kinds: ['statutory', 'promised'],
    edit: (clock) => {
      for (const pause of clock.pauses) if (pause.procedure === procedure) pause.to ??= change.now;
      clock.state = clock.pauses.every((pause) => pause.to !== undefined) ? 'running' : 'paused';
    },
  });
  if (changed.some(({ state }) => state === 'paused')) return;
  await changeClocks({
    ...options,
    kinds: ['pauseLength'],
    edit: (clock) => {
      clock.state = 'stopped';
      clock.stoppedAt = change.now;
    },
  });
}
