import type { Models } from '../store/models.ts';
import type { DepartmentDocument, DivisionDocument } from './model.ts';
import { Organisation } from './organisation.ts';

/** Reads the tenant's departments and divisions. */
export async function readOrganisation(models: Models, tenant: string): Promise<Organisation> {
  const [departments, divisions] = await Promise.all([
    models.departments.find({ tenant }).lean(),
    models.divisions.find({ tenant }).lean(),
  ]);
  return new Organisation(departments as DepartmentDocument[], divisions as DivisionDocument[]);
}
