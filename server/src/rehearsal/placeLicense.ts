import type { Scenario } from '@onewindow/processes';
import { licenseIdentifier } from '@onewindow/signing';
import type { LoadedPack } from '../catalog/packRegistry.ts';
import type { LicenseContent } from '../licenses/licenseContent.ts';
import { newId } from '../store/newId.ts';
import type { Stage } from './stage.ts';

type HeldLicense = NonNullable<Scenario['licenses']>[string];

/** Code of a license type that the catalogue of the rehearsal does not know. */
const anyTypeCode = '11100000000013338W999';

/** Puts a license into the store as if it had been issued long ago. Returns its id. */
export async function placeLicense(options: {
  stage: Stage;
  loaded: LoadedPack;
  held: HeldLicense;
  applicant: Readonly<Record<string, unknown>>;
}): Promise<string> {
  const { stage, loaded, held } = options;
  const { app } = stage;
  const { license, department } = loaded.pack;
  const own = held.type === undefined || held.type === license?.type;
  const issuer = app.organisation.department(department ?? stage.people.commonWindow());
  const holder = {
    name: String(options.applicant['name'] ?? ''),
    code: String(options.applicant['idNumber'] ?? '').toUpperCase(),
    kind: String(options.applicant['idType'] ?? ''),
  };
  const id = newId();
  // The whole of it: its beginning is a time, which two of the same millisecond share.
  const serial = id.replaceAll('-', '').toUpperCase();
  const typeCode = own ? (license?.typeCode ?? anyTypeCode) : anyTypeCode;
  const name = own && license ? license.name : { 'zh-CN': held.type ?? '', en: held.type ?? '' };
  const content: LicenseContent = {
    identifier: licenseIdentifier({ typeCode21: typeCode, issuerUscc18: issuer.uscc, serial, version: 1 }),
    licenseNo: held.licenseNo,
    name: name['zh-CN'],
    holder,
    issuer: { name: issuer.name, uscc: issuer.uscc },
    issueDay: held.validFrom,
    validFrom: held.validFrom,
    validTo: held.validTo ?? null,
    fields: Object.fromEntries(Object.entries(held.fields ?? {}).map(([key, value]) => [key, String(value)])),
  };
  await app.models.licenses.create({
    _id: id,
    schemaVersion: 1,
    tenant: app.tenant,
    effectKey: `rehearsal:${id}`,
    identifier: content.identifier,
    licenseNo: content.licenseNo,
    typeCode,
    type: held.type ?? license?.type ?? '',
    name,
    serial,
    versionNo: 1,
    state: 'issued',
    issuerId: issuer.departmentId,
    issuerName: issuer.name,
    issuerUscc: issuer.uscc,
    caseId: 'rehearsal',
    caseNo: '0'.repeat(21),
    authorisationId: 'rehearsal',
    sealedContent: app.cipher.seal(content, id),
    contentHash: id,
    holderIndex: app.cipher.blindIndex('holder', holder.code),
    holderMasked: holder.name.slice(0, 2).padEnd(holder.name.length, '*'),
    validFrom: held.validFrom,
    ...(held.validTo === undefined ? {} : { validTo: held.validTo }),
    issuedAt: app.time.now(),
    createdAt: app.time.now(),
    version: 1,
  });
  return id;
}
