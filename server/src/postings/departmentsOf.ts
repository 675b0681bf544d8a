import type { AppContext } from '../app/appContext.ts';

/** The departments in which a person has finished steps, the present one among them or not. */
export async function departmentsOf(app: AppContext, personId: string): Promise<string[]> {
  const found = await app.models.postings.find({ tenant: app.tenant, personId }, { departmentId: 1 }).lean();
  return found.map(({ departmentId }) => departmentId);
}
