import type { AppContext } from '../../app/appContext.ts';
import type { Actor } from '../../identity/actor.ts';
import { readCounters } from '../counters/boardView.ts';
import { lightsOf } from '../counters/countLines.ts';
import { leveledDepartment } from '../leveledDepartment.ts';
import { readItems } from '../readItems.ts';

/**
 * Lights of the open approval clocks by department and item, now: one cell for each pair in which something is open. A head sees
 * the own department only. The numbers are those of the board (decision 14), so that rows and columns add up to its.
 */
export async function readLights({ app, actor }: { app: AppContext; actor: Actor }) {
  const now = app.time.now();
  const own = actor.roles.includes('supervisor') ? undefined : actor.department.id;
  const itemOf = await readItems(app);
  const cells = (await readCounters(app))
    .filter(
      ({ group, departmentId, running, paused }) =>
        group === 'case' && running + paused > 0 && (own ?? departmentId) === departmentId,
    )
    .map((counter) => {
      const { packCode, name } = itemOf(counter.packCode);
      return {
        department: leveledDepartment(app, counter.departmentId),
        item: { packCode, name },
        ...lightsOf(counter, now),
      };
    });
  return { asOf: now.toISOString(), cells };
}
