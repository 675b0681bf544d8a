import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { DepartmentDocument } from '../organisation/model.ts';
import type { HallDocument } from './model.ts';
import { usualHall } from './usualHall.ts';

/** The hall of this id, stored or as usual. Throws AppError `hallUnknown`. */
export async function readHall(app: AppContext, hallId: string): Promise<HallDocument> {
  const department = app.organisation.findDepartment(hallId);
  if (department === undefined || !hasHall(department)) throw new AppError('hallUnknown');
  const stored = await app.models.halls.findOne({ tenant: app.tenant, hallId }).lean();
  return (stored as HallDocument | null) ?? usualHall(department, { demonstration: app.config.DEMO_DATA });
}

/** Whether the department runs windows: the service bureau of the district, every town and every village point. */
export function hasHall(department: DepartmentDocument): boolean {
  return department.level !== 'district' || department.duties.includes('window operator');
}

/** All halls of the tenant, district first. */
export async function readHalls(app: AppContext): Promise<HallDocument[]> {
  const stored = (await app.models.halls.find({ tenant: app.tenant }).lean()) as HallDocument[];
  const changed = new Map(stored.map((hall) => [hall.hallId, hall]));
  return app.organisation
    .departments()
    .filter(hasHall)
    .map(
      (department) =>
        changed.get(department.departmentId) ??
        usualHall(department, { demonstration: app.config.DEMO_DATA }),
    )
    .sort((a, b) => order[a.level] - order[b.level]);
}

const order = { district: 0, town: 1, village: 2 } as const;
