import type { AppContext } from '../app/appContext.ts';
import { departmentRef } from '../cases/viewCase.ts';

/** A department with the level of government that it belongs to. */
export function leveledDepartment(app: AppContext, id: string) {
  return { ...departmentRef(app, id), level: app.organisation.findDepartment(id)?.level ?? 'district' };
}
