import type { AppContext } from '../app/appContext.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import type { Actor } from '../identity/actor.ts';
import type { LicenseDocument } from '../licenses/model.ts';
import { licenseSummary } from '../licenses/viewLicense.ts';

/** Which materials of the case the license store already holds for this applicant (免提交). */
export async function listHeldLicenses(input: { app: AppContext; actor: Actor; caseId: string }) {
  const { app, actor, caseId } = input;
  const subject = await readIntakeCase(app, actor, caseId);
  if (subject.holderIndex === undefined) return { items: [] };
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const licenses = (await app.models.licenses
    .find({ tenant: app.tenant, holderIndex: subject.holderIndex, state: 'issued' })
    .lean()) as LicenseDocument[];
  return {
    items: subject.materials.flatMap((entry) =>
      licenses
        .filter((license) => loaded.material(entry.key)?.licenseTypes.includes(license.type))
        .map((license) => ({ materialKey: entry.key, license: licenseSummary(app, license) })),
    ),
  };
}
