import { trusted } from 'mongoose';
import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { LicenseDocument } from './model.ts';

/**
 * A license that this person may use: windows and supervisors any (with a purpose), departments those they issued and
 * those of the cases they work on. Throws AppError `notFound`.
 */
export async function readLicense(app: AppContext, actor: Actor, id: string): Promise<LicenseDocument> {
  const license = (await app.models.licenses
    .findOne({ _id: id, tenant: app.tenant, state: trusted({ $ne: 'draft' }) })
    .lean()) as LicenseDocument | null;
  if (license === null || !(await mayUse(app, actor, license))) throw new AppError('notFound');
  return license;
}

export async function mayUse(app: AppContext, actor: Actor, license: LicenseDocument): Promise<boolean> {
  if (actor.roles.includes('clerk') || actor.roles.includes('supervisor')) return true;
  if (license.issuerId === actor.department.id) return true;
  const ofHolder = await app.models.cases
    .find({ tenant: app.tenant, holderIndex: license.holderIndex }, { departmentIds: 1, state: 1 })
    .lean();
  return ofHolder.some(
    ({ departmentIds, state }) =>
      departmentIds.includes(actor.department.id) && ['accepted', 'decided'].includes(state),
  );
}
