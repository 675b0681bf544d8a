import type { AppContext } from '../app/appContext.ts';
import { roles } from '../identity/model.ts';
import { knownLicenseNumbers, knownPacks } from './knownPacks.ts';
import { ownHoursOf } from './ownHoursOf.ts';

/**
 * What the check of a pack asks about this installation, so that a browser can check by the same rules (`lintFiles`):
 * ids of departments and the business hours of those that have their own, roles, how licenses are numbered, and of the live
 * packs those named in `names` – a name that is missing in the answer is no live pack.
 */
export async function viewLintContext(app: AppContext, names: readonly string[]) {
  const packs = names.length === 0 ? new Map() : await knownPacks(app, names);
  return {
    departments: app.organisation.departments().map(({ departmentId }) => departmentId),
    businessHours: ownHoursOf(app.organisation),
    roles: [...roles],
    packs: Object.fromEntries(packs),
    licenseNumbers: await knownLicenseNumbers(app),
    division: app.tenant,
  };
}
