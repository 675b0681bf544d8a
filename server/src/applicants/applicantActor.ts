import type { AppContext } from '../app/appContext.ts';
import type { Actor } from '../identity/actor.ts';
import { applicantRole } from './model.ts';

/** Stands where a member of the staff has a department: drafts of applicants belong to no window. */
export const noDepartment = 'portal';

/** The holder of an account as one who acts: the same use cases as at the window, on own cases only (`cases/caseScope.ts`). */
export function applicantActor(app: AppContext, accountId: string): Actor {
  return {
    id: accountId,
    username: '',
    name: '',
    tenant: app.tenant,
    roles: [applicantRole],
    department: { id: noDepartment, name: '', level: 'district' },
  };
}
