import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import type { PackFile } from '../catalog/model.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';

const food = '/packs/scjg-food';
const requests = `${food}/publish-requests`;

describe('publication with the approval of a second person', () => {
  let server: TestServer;
  let designer: ApiClient;
  let second: ApiClient;
  let files: PackFile[] = [];

  before(async () => {
    server = await startTestServer({
      workers: false,
      packs: ['scjg-food'],
      env: { PUBLISH_APPROVAL: 'second' },
    });
    designer = await signIn(server.base, 'designer');
    second = await signIn(server.base, 'designer2');
    files = (await designer.get(food))['files'] as PackFile[];
  });
  after(() => server.close());

  it('nobody publishes, nor rolls back, alone', async () => {
    const body = { files: edited('7'), baseVersion: 1, note: '提速' } as unknown as Json;
    await refusedWith(designer.post(`${food}/versions`, body), 409, 'approvalRequired');
    await refusedWith(
      designer.post(`${food}/versions/1/rollback`, { baseVersion: 1, note: '回退' }),
      409,
      'approvalRequired',
    );
    assert.equal((await designer.get(food))['approval'], true);
    assert.equal((await designer.get(food))['version'], 1);
  });

  it('what is handed in is seen with its differences, and published by a colleague, never by oneself', async () => {
    await designer.put(`${food}/draft`, { baseVersion: 1, files: edited('7') } as unknown as Json);
    const { id } = await handIn(designer, edited('7'), 1);
    const own = (await designer.get(requests))['items'] as Json[];
    assert.deepEqual(
      own.map((item) => [item['mine'], item['state']]),
      [[true, 'open']],
    );
    const read = await second.get(`${requests}/${String(id)}`);
    assert.equal((read['diff'] as { counts: { total: number } }).counts.total, 1);
    await refusedWith(designer.post(`${requests}/${String(id)}/approve`), 403, 'ownRequest');
    await refusedWith(
      designer.post(`${requests}/${String(id)}/reject`, { reason: '不行' }),
      403,
      'ownRequest',
    );
    const published = await second.post(`${requests}/${String(id)}/approve`);
    assert.deepEqual([published['state'], published['version']], ['published', 2]);
    const [version] = (await designer.get(`${food}/versions`))['items'] as Json[];
    assert.deepEqual(
      [version?.['version'], version?.['publishedBy'], version?.['requestedBy'], version?.['note']],
      [2, '钱设计', '吴设计', '提速'],
    );
    const pack = await designer.get(food);
    assert.equal(pack['draft'], null, 'the work of who made it is done with');
    await refusedWith(second.post(`${requests}/${String(id)}/approve`), 409, 'requestClosed');
    const told = await server.app.models.securityEvents.find({ tenant: server.app.tenant }).lean();
    const types = told.map(({ type }) => type);
    for (const type of ['packHandedIn', 'packPublished', 'packDecided'])
      assert.ok(types.includes(type), type);
  });

  it('it is sent back with a reason that its maker reads, or taken back by themselves only', async () => {
    const { id } = await handIn(designer, edited('6'), 2);
    await refusedWith(second.post(`${requests}/${String(id)}/withdraw`), 404, 'notFound');
    await refusedWith(
      second.post(`${requests}/${String(id)}/reject`, { reason: ' ' }),
      422,
      'invalidRequest',
    );
    await second.post(`${requests}/${String(id)}/reject`, { reason: '承诺太短' });
    const answer = await designer.get(requests);
    assert.deepEqual(answer['items'], []);
    assert.deepEqual(
      [(answer['sentBack'] as Json)['reason'], (answer['sentBack'] as Json)['decidedBy']],
      ['承诺太短', '钱设计'],
    );
    const again = await handIn(designer, edited('6'), 2);
    const newer = await handIn(designer, edited('5'), 2);
    assert.deepEqual(
      ((await second.get(requests))['items'] as Json[]).map((item) => item['id']),
      [newer['id']],
      'a new one takes the place of the earlier',
    );
    await refusedWith(second.post(`${requests}/${String(again['id'])}/approve`), 409, 'requestClosed');
    await designer.post(`${requests}/${String(newer['id'])}/withdraw`);
    assert.deepEqual((await second.get(requests))['items'], []);
  });

  it('what has errors is not taken in; what is based on an older version stays open and is told why', async () => {
    const broken = edited('7').map((file) =>
      file.path === 'pack.yaml'
        ? { ...file, text: file.text.replace('department: scjg', 'department: nobody') }
        : file,
    );
    await refusedWith(handIn(designer, broken, 2), 422, 'packRefused');
    const { id } = await handIn(designer, edited('6'), 1);
    await refusedWith(second.post(`${requests}/${String(id)}/approve`), 409, 'packChanged');
    assert.equal(((await second.get(requests))['items'] as Json[])[0]?.['state'], 'open');
  });

  function edited(days: string): PackFile[] {
    return files.map((file) =>
      file.path === 'pack.yaml'
        ? { ...file, text: file.text.replace('promised: 8 workday', `promised: ${days} workday`) }
        : file,
    );
  }

  function handIn(who: ApiClient, changed: PackFile[], baseVersion: number): Promise<Json> {
    return who.post(requests, { files: changed, baseVersion, note: '提速' } as unknown as Json);
  }
});

async function refusedWith(call: Promise<unknown>, status: number, code: string): Promise<void> {
  const problem = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(problem instanceof ApiProblem, `not refused with ${code}`);
  assert.deepEqual([problem.status, problem.code], [status, code], problem.message);
}
