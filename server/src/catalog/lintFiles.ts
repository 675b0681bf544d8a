import { type Finding, lintPack } from '@onewindow/processes';
import type { AppContext } from '../app/appContext.ts';
import { knownLicenseNumbers, knownPacks } from './knownPacks.ts';
import { lintContext } from './lintContext.ts';
import type { PackFile } from './model.ts';
import { ownHoursOf } from './ownHoursOf.ts';

/**
 * Every finding about a pack, with the no-code rules of the engine included and its references to other packs checked
 * against the published ones. Nothing is stored or deployed.
 */
export async function lintFiles(app: AppContext, files: readonly PackFile[]): Promise<Finding[]> {
  const departments = app.organisation.departments().map((department) => department.departmentId);
  const [packs, licenseNumbers] = await Promise.all([knownPacks(app), knownLicenseNumbers(app)]);
  return lintPack(Object.fromEntries(files.map((file) => [file.path, file.text])), {
    ...lintContext(departments, ownHoursOf(app.organisation)),
    packs,
    licenseNumbers,
    division: app.tenant,
  });
}
