import { readFileSync } from 'node:fs';
import { newId } from '../store/newId.ts';
import type { TestServer } from './startTestServer.ts';

interface Client {
  post(path: string, body?: Record<string, unknown>): Promise<Record<string, unknown>>;
  upload(
    path: string,
    file: { name: string; bytes: Uint8Array; type: string },
  ): Promise<Record<string, unknown>>;
}

/** Filled-in forms of the seed packs, by pack and form. */
export const submissions = JSON.parse(
  readFileSync(new URL('../../../processes/fixtures/submissions.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, Record<string, unknown>>>;

const holder = {
  kind: 'legal',
  name: '北京市大兴区黄村镇老王家常菜馆',
  idType: '001',
  idNumber: '11110000000021135M',
  legalRepresentative: '王建国',
};

/** A renewal, drafted and with its materials, of an issued license that is valid up to `validTo`. */
export async function renewalOf(options: {
  server: TestServer;
  clerk: Client;
  validTo: string;
}): Promise<{ license: string; draft: string }> {
  const { server, clerk, validTo } = options;
  const license = await issuedLicense(server, validTo);
  const draft = await clerk.post('/cases', {
    packCode: 'scjg-food',
    operation: 'renew',
    applicant: holder,
    area: { town: 't005' },
    licenseId: license,
    formData: submissions['scjg-food']?.['forms/application-renew.json'] ?? {},
  });
  const id = String(draft['id']);
  for (const material of draft['materials'] as { key: string }[]) {
    await clerk.upload(`/cases/${id}/materials/${material.key}/files`, {
      name: `${material.key}.pdf`,
      bytes: Buffer.from(`%PDF-1.4\n% ${material.key}\n%%EOF`),
      type: 'application/pdf',
    });
  }
  return { license, draft: id };
}

async function issuedLicense(server: TestServer, validTo: string): Promise<string> {
  const { app } = server;
  const id = newId();
  const content = {
    identifier: `1.2.156.3005.2.11100000000013338W011.111101159000000147.${id.replaceAll('-', '').toUpperCase()}.001.A`,
    licenseNo: `JY110115${id.slice(-8)}`,
    name: '食品经营许可证',
    holder: { name: holder.name, code: holder.idNumber, kind: holder.idType },
    issuer: { name: '大兴区市场监督管理局', uscc: '111101159000000147' },
    issueDay: '2021-11-14',
    validFrom: '2021-11-14',
    validTo,
    fields: {},
  };
  await app.models.licenses.create({
    _id: id,
    schemaVersion: 1,
    tenant: app.tenant,
    effectKey: `imported:${id}`,
    identifier: content.identifier,
    licenseNo: content.licenseNo,
    typeCode: '11100000000013338W011',
    type: 'foodBusinessLicense',
    name: { 'zh-CN': content.name, en: 'Food business license' },
    serial: id,
    versionNo: 1,
    state: 'issued',
    issuerId: 'scjg',
    issuerName: content.issuer.name,
    issuerUscc: content.issuer.uscc,
    caseId: 'imported',
    caseNo: '110115202111140000019',
    authorisationId: 'imported',
    sealedContent: app.cipher.seal(content, id),
    contentHash: id,
    holderIndex: app.cipher.blindIndex('holder', holder.idNumber),
    holderMasked: '北京****菜馆',
    validFrom: content.validFrom,
    validTo,
    issuedAt: app.time.now(),
    createdAt: app.time.now(),
    version: 1,
  });
  return id;
}
