import { parseLimit } from '@onewindow/clocks';
import type { AppContext } from '../app/appContext.ts';
import type { CaseChange } from '../cases/changeCase.ts';
import type { ClockDocument } from '../clocks/model.ts';
import { openFinding } from './openFinding.ts';

/** A special procedure has paused the clocks of a case for longer than the district wants to see (Administrative License Law art. 45). */
export async function pausedTooLong(
  app: AppContext,
  change: CaseChange,
  clock: ClockDocument,
): Promise<void> {
  const clocks = await change.clocks.all();
  const pause = clocks.flatMap(({ pauses }) => pauses).find(({ to }) => to === undefined);
  if (pause === undefined) return;
  const limit = parseLimit(clock.limit);
  await openFinding(app, change, {
    effectKey: `${clock._id}:pausedTooLong`,
    kind: 'pausedTooLong',
    departmentId: clock.departmentId,
    dueAt: clock.dueAt,
    details: {
      ground: pause.reason,
      documentNo: pause.documentNo,
      limit: 'value' in limit ? limit.value : 0,
      from: pause.from.toISOString(),
    },
  });
}
