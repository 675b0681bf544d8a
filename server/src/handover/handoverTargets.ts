import type { AppContext } from '../app/appContext.ts';
import { hasHall } from '../halls/readHall.ts';
import type { Actor } from '../identity/actor.ts';

/**
 * Where papers go that this window received on behalf of others 代收代办: from a village to its town or the district hall, from
 * a town to the district hall, from there nowhere.
 */
export function handoverTargets(app: AppContext, actor: Actor): { id: string; name: string }[] {
  const own = app.organisation.department(actor.department.id);
  if (own.level === 'district') return [];
  const parent = app.organisation.division(own.division)?.parent;
  const town =
    own.level === 'village' && parent !== undefined
      ? app.organisation.departmentOfDivision(parent)
      : undefined;
  const district = app.organisation
    .departments()
    .filter((entry) => entry.level === 'district' && hasHall(entry));
  return [...(town === undefined ? [] : [town]), ...district].map(({ departmentId, name }) => ({
    id: departmentId,
    name,
  }));
}
