import type { AppContext } from '../app/appContext.ts';
import { readIntakeCase } from '../cases/readCase.ts';
import type { Actor } from '../identity/actor.ts';
import { licensesInForce } from '../licenses/licensesInForce.ts';
import { licenseSummary } from '../licenses/viewLicense.ts';

/** Which materials of the case the license store already holds for this applicant (免提交). */
export async function listHeldLicenses(input: { app: AppContext; actor: Actor; caseId: string }) {
  const { app, actor, caseId } = input;
  const subject = await readIntakeCase(app, actor, caseId);
  const loaded = await app.packs.version(subject.packCode, subject.packVersion);
  const licenses = await licensesInForce(app, subject);
  return {
    items: subject.materials.flatMap((entry) =>
      licenses
        .filter((license) => loaded.material(entry.key)?.licenseTypes.includes(license.type))
        .map((license) => ({ materialKey: entry.key, license: licenseSummary(app, license) })),
    ),
  };
}
