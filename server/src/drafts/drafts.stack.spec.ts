import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import type { PackFile } from '../catalog/model.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { sweepDrafts } from './sweepDrafts.ts';

const packCode = 'csglw-signboard';
const base = `/packs/${packCode}`;

describe('unpublished work on a pack', () => {
  const time = new TestTime('2026-11-02T09:00:00+08:00');
  let server: TestServer;
  let designer: ApiClient;
  let colleague: ApiClient;
  let files: PackFile[] = [];

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: [packCode] });
    designer = await signIn(server.base, 'designer');
    colleague = await signIn(server.base, 'designer2');
    files = (await designer.get(base))['files'] as PackFile[];
  });
  after(() => server.close());

  const edited = (text: string) =>
    files.map((file) =>
      file.path === 'pack.yaml' ? { ...file, text: file.text.replace('可以按意见设置', text) } : file,
    );
  const save = (client: ApiClient, text: string, version?: number) =>
    client.put(`${base}/draft`, { baseVersion: 1, files: edited(text) }, version);
  const later = (minutes: number) => time.set(new Date(time.now().getTime() + minutes * 60_000));

  it('keeps every save with its files, texts stored once, and tells what differs from now', async () => {
    await save(designer, '甲');
    later(1);
    await save(designer, '乙', 1);
    const { items } = (await designer.get(`${base}/revisions`)) as { items: Json[] };
    assert.deepEqual(
      items.map(({ revision, by, mine, errorCount }) => [revision, by, mine, errorCount]),
      [
        [2, '吴设计', true, 0],
        [1, '吴设计', true, 0],
      ],
    );
    const { tenant } = server.app;
    assert.equal(await server.app.models.packTexts.countDocuments({ tenant }), files.length + 1);
    const first = await designer.get(`${base}/revisions/${String(items[1]?.['id'])}`);
    assert.deepEqual(first['files'], edited('甲'));
    const diff = await designer.post(`${base}/revisions/${String(items[1]?.['id'])}/diff`, {
      files: edited('乙'),
    } as never);
    assert.equal((diff['counts'] as Json)['total'], 1);
  });

  it('a save on top of another window’s is refused and leaves no trace in the history', async () => {
    const stale = await save(designer, '丙', 1).catch((error: ApiProblem) => error);
    assert.ok(stale instanceof ApiProblem && stale.code === 'versionConflict');
    assert.equal(((await designer.get(`${base}/revisions`))['items'] as Json[]).length, 2);
  });

  it('shows who else has the pack open and lets their work be read, and forgets who is gone', async () => {
    await colleague.put(`${base}/presence`, { editing: false });
    const seen = await designer.put(`${base}/presence`, { editing: true });
    assert.deepEqual(
      (seen['others'] as Json[]).map(({ name, editing }) => [name, editing]),
      [['钱设计', false]],
    );
    assert.deepEqual(seen['drafts'], []);
    const there = await colleague.put(`${base}/presence`, { editing: true });
    assert.deepEqual(
      (there['others'] as Json[]).map(({ name, editing }) => [name, editing]),
      [['吴设计', true]],
    );
    const [draft] = there['drafts'] as [Json];
    assert.deepEqual([draft['by'], draft['revision'], draft['baseVersion']], ['吴设计', 2, 1]);
    const read = await colleague.get(`${base}/drafts/${String(draft['id'])}`);
    assert.deepEqual(read['files'], edited('乙'));

    await designer.delete(`${base}/presence`);
    assert.deepEqual((await colleague.put(`${base}/presence`, { editing: true }))['others'], []);
    later(1);
    assert.deepEqual((await designer.put(`${base}/presence`, { editing: true }))['others'], []);
  });

  it('a month later the saves are forgotten, the draft is not', async () => {
    later(31 * 24 * 60);
    await sweepDrafts(server.app);
    const { tenant } = server.app;
    assert.equal(await server.app.models.packRevisions.countDocuments({ tenant }), 0);
    assert.equal(await server.app.models.packDrafts.countDocuments({ tenant }), 1);
  });
});
