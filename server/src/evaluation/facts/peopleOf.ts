import type { AppContext } from '../../app/appContext.ts';
import type { UserDocument } from '../../identity/model.ts';

/** Accounts of a department, those switched off included: they may have worked in the span. */
export async function peopleOf(
  app: AppContext,
  departmentId: string,
): Promise<Pick<UserDocument, '_id' | 'name' | 'roles'>[]> {
  return app.models.users
    .find({ tenant: app.tenant, departmentId }, { name: 1, roles: 1 })
    .lean() as unknown as Promise<Pick<UserDocument, '_id' | 'name' | 'roles'>[]>;
}
