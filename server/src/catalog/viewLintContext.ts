import type { AppContext } from '../app/appContext.ts';
import { roles } from '../identity/model.ts';
import { knownPacks } from './knownPacks.ts';

/**
 * What the check of a pack asks about this installation, so that a browser can check by the same rules (`lintFiles`):
 * ids of departments, roles, and of the live packs those named in `names` – a name that is missing in the answer is no
 * live pack.
 */
export async function viewLintContext(app: AppContext, names: readonly string[]) {
  const packs = names.length === 0 ? new Map() : await knownPacks(app, names);
  return {
    departments: app.organisation.departments().map(({ departmentId }) => departmentId),
    roles: [...roles],
    packs: Object.fromEntries(packs),
  };
}
