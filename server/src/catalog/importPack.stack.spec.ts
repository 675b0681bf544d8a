import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makePack, type PackFiles, readMinimalPack } from '@onewindow/processes';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { keyIdOf, publicPem } from '../archive/signingKey.ts';
import { writeArchive } from '../archive/writeArchive.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';

describe('importing a pack of another installation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-import-'));
  const trusted = generateKeyPairSync('ed25519').privateKey;
  const stranger = generateKeyPairSync('ed25519').privateKey;
  let server: TestServer;
  let designer: ApiClient;
  let files: PackFiles;

  before(async () => {
    const PACK_TRUST = join(folder, 'trust.pem');
    writeFileSync(PACK_TRUST, publicPem(trusted));
    server = await startTestServer({ workers: false, env: { PACK_TRUST }, packs: ['scjg-food'] });
    designer = await signIn(server.base, 'designer');
    const name = { 'zh-CN': '户外广告设置', en: 'Outdoor advertising' };
    files = makePack(await readMinimalPack(), { packCode: 'csglw-advert', name });
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const send = (bytes: Buffer, name = 'advert.zip'): Promise<Json> =>
    designer.upload('/packs/import', { name, bytes, type: 'application/zip' });

  it('makes a draft that is linted here, says who signed, and is published like any other', async () => {
    const draft = await send(await writeArchive({ files, version: 7, key: trusted }));
    assert.deepEqual(
      [draft['packCode'], draft['state'], draft['baseVersion'], draft['signedBy']],
      ['csglw-advert', 'linted', 0, keyIdOf(trusted)],
    );
    const event = await server.app.models.securityEvents.findOne({ type: 'packImported' }).lean();
    assert.equal(event?.details['keyId'], keyIdOf(trusted));
    const again = await refused(send(await writeArchive({ files, version: 7, key: trusted })));
    assert.deepEqual([again.status, again.code], [409, 'draftExists']);
    const body = { files: draft['files'], baseVersion: 0, note: '引进' };
    assert.equal((await designer.post('/packs/csglw-advert/versions', body))['version'], 1);
  });

  it('refuses a stranger, an altered byte and what is no zip; nothing is stored', async () => {
    const { packDrafts } = server.app.models;
    const good = await writeArchive({ files, version: null, key: trusted });
    const altered = Buffer.from(good.toString('latin1').replace('15 workday', '16 workday'), 'latin1');
    const codes = [
      await refused(send(await writeArchive({ files, version: null, key: stranger }))),
      await refused(send(altered)),
      await refused(send(Buffer.from('%PDF-1.7 no zip'))),
      await refused(send(good, 'advert.pdf')),
    ].map(({ status, code }) => [status, code]);
    assert.deepEqual(codes, [
      [422, 'archiveSigner'],
      [422, 'archiveHash'],
      [415, 'uploadTypeRefused'],
      [415, 'uploadTypeRefused'],
    ]);
    assert.equal(await packDrafts.countDocuments({ tenant: server.app.tenant }), 0);
  });
});

async function refused(call: Promise<unknown>): Promise<ApiProblem> {
  const problem = await call.catch((error: unknown) => error);
  assert.ok(problem instanceof ApiProblem, 'not refused');
  return problem;
}
