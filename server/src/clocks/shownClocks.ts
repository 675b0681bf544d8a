import type { CaseDocument } from '../cases/model.ts';
import { taskSortKey } from '../inbox/model.ts';
import type { ClockDocument } from './model.ts';
import { farFuture } from './summariseClocks.ts';

/** What a task shows of the clocks: that of the case while one runs, else that of its step. */
export function shownClocks({ clock }: CaseDocument, stepClock: ClockDocument | undefined, taskId: string) {
  const live = clock?.state === 'running' || clock?.state === 'paused';
  const dueAt = live && clock !== undefined ? clock.dueAt : (stepClock?.dueAt ?? farFuture);
  return {
    dueAt,
    sortKey: taskSortKey(dueAt, taskId),
    paused: clock?.state === 'paused',
    ...(clock?.yellowAt == null ? {} : { yellowAt: clock.yellowAt }),
    ...(stepClock === undefined ? {} : { stepDueAt: stepClock.dueAt }),
  };
}
