import type { AppContext } from '../app/appContext.ts';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { UserDocument } from '../identity/model.ts';
import { panelsOf } from './panelOf.ts';

/** The roster of experts for a step that appoints them; empty for every other step. */
export async function listExperts(app: AppContext, loaded: LoadedPack, step: string) {
  if (!panelsOf(loaded).some(({ members }) => members.appointedBy.includes(step))) return [];
  const users = (await app.models.users
    .find({ tenant: app.tenant, roles: 'expert' })
    .sort({ username: 1 })
    .limit(500)
    .lean()) as UserDocument[];
  return users.filter(({ active }) => active).map(({ username, name }) => ({ account: username, name }));
}
