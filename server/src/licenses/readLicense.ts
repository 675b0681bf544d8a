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
  const related = await app.models.cases
    .findOne({
      tenant: app.tenant,
      departmentIds: actor.department.id,
      holderIndex: license.holderIndex,
      state: trusted({ $in: ['accepted', 'decided'] }),
    })
    .lean();
  return related !== null;
}
