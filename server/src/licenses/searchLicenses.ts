import type { AppContext } from '../app/appContext.ts';
import { AppError } from '../errors/appError.ts';
import type { Actor } from '../identity/actor.ts';
import type { LicenseDocument } from './model.ts';
import { mayUse } from './readLicense.ts';
import { recordUse, requirePurpose } from './recordUse.ts';
import { licenseSummary } from './viewLicense.ts';

/** Licenses by holder's number, license number or identifier; every hit is a recorded use. Throws AppError `purposeRequired`, `invalidRequest`. */
export async function searchLicenses(input: {
  app: AppContext;
  actor: Actor;
  query: {
    holderCode?: string | undefined;
    licenseNo?: string | undefined;
    identifier?: string | undefined;
    useCause?: string | undefined;
  };
}) {
  const { app, actor, query } = input;
  const purpose = requirePurpose(query.useCause);
  const wanted = [
    ...(query.identifier ? [{ identifier: query.identifier }] : []),
    ...(query.licenseNo ? [{ licenseNo: query.licenseNo }] : []),
    ...(query.holderCode ? [{ holderIndex: app.cipher.blindIndex('holder', query.holderCode) }] : []),
  ];
  // The one that tells most is asked of the store, the others of what it answers.
  const [first, ...others] = wanted;
  if (first === undefined) {
    throw new AppError('invalidRequest', {
      problems: [
        {
          path: 'holderCode',
          pointer: '/holderCode',
          rule: 'required',
          message: {
            'zh-CN': '请填写持证主体代码、证照编号或证照标识之一。',
            en: 'Give a holder code, a license number or an identifier.',
          },
        },
      ],
    });
  }
  const found = (await app.models.licenses
    .find({ tenant: app.tenant, ...first })
    .sort({ licenseNo: 1, versionNo: 1 })
    .lean()) as LicenseDocument[];
  const fits = found.filter(
    (license) =>
      license.state !== 'draft' &&
      others.every((other) =>
        Object.entries(other).every(([key, value]) => license[key as keyof LicenseDocument] === value),
      ),
  );
  const items = [];
  for (const license of fits.slice(0, 100)) {
    if (!(await mayUse(app, actor, license))) continue;
    await recordUse({ app, actor, licenseId: license._id, type: 'searched', purpose });
    items.push(licenseSummary(app, license));
  }
  return { items };
}
