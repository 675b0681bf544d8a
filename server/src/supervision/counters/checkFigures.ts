import type { AppContext } from '../../app/appContext.ts';
import { reconcilerFindings } from '../../http/metrics.ts';
import { departmentsOf, recountDepartment } from './recount.ts';

const next = new WeakMap<AppContext, number>();

/** Recounts one department, another at each call, and puts its figures right where they differ: counted and told as an error. */
export async function checkFigures(app: AppContext): Promise<void> {
  const departments = await departmentsOf(app);
  const at = next.get(app) ?? 0;
  next.set(app, at + 1);
  const departmentId = departments[at % departments.length];
  if (departmentId === undefined) return;
  if ((await recountDepartment({ app, departmentId, repair: false })).length === 0) return;
  const wrong = await recountDepartment({ app, departmentId, repair: true });
  reconcilerFindings.inc({ kind: 'boardFigures' }, wrong.length);
  app.log.error(
    { department: departmentId, figures: wrong },
    'figures of the board were wrong and are counted anew',
  );
}
