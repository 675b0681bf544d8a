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

  it('shows what would come before it comes; an own draft is replaced only when that is asked for', async () => {
    const live = (await designer.get('/packs/scjg-food'))['files'] as { path: string; text: string }[];
    const theirs = Object.fromEntries(
      live.map(({ path, text }) => [path, text.replace('promised: 8 workday', 'promised: 6 workday')]),
    );
    const archive = await writeArchive({ files: theirs, version: 9, key: trusted });
    const preview = await designer.upload('/packs/import/preview', {
      ...{ name: 'food.zip', bytes: archive, type: 'application/zip' },
    });
    const diff = preview['diff'] as { counts: { total: number } };
    assert.deepEqual(
      [preview['packCode'], preview['version'], preview['live'], preview['ownDraft'], diff.counts.total],
      ['scjg-food', 9, 1, null, 1],
    );
    await refused(designer.get('/packs/scjg-food/draft'));
    await designer.put('/packs/scjg-food/draft', { baseVersion: 1, files: live } as unknown as Json);
    assert.equal((await refused(send(archive))).code, 'draftExists');
    const again = await designer.upload('/packs/import?replace=true', {
      ...{ name: 'food.zip', bytes: archive, type: 'application/zip' },
    });
    assert.equal(again['version'], 2);
    assert.equal(((await designer.get('/packs/scjg-food/revisions'))['items'] as Json[]).length, 2);
    await designer.delete('/packs/scjg-food/draft');
  });

  it('takes back what this installation has handed out itself, signed with its own key', async () => {
    const { bytes } = await designer.download('/packs/scjg-food/versions/1/archive');
    const draft = await send(bytes, 'scjg-food-v1.zip');
    assert.deepEqual(draft['files'], (await designer.get('/packs/scjg-food'))['files']);
    const event = await server.app.models.securityEvents.findOne({ type: 'packExported' }).lean();
    assert.equal(event?.details['keyId'], draft['signedBy']);
    await refused(designer.download('/packs/scjg-food/versions/99/archive'));
    await designer.delete('/packs/scjg-food/draft');
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
