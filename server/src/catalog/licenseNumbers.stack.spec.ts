import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';

const road = 'csglw-road-occupation';

describe('a pack whose licenses could bear the numbers of another', () => {
  let server: TestServer;
  let designer: ApiClient;

  before(async () => {
    server = await startTestServer({ packs: ['scjg-food', road] });
    designer = await signIn(server.base, 'designer');
  });
  after(() => server.close());

  const publish = async (numberFormat: string) => {
    const files = ((await designer.get(`/packs/${road}`))['files'] as { path: string; text: string }[])
      .filter(({ path }) => !path.startsWith('scenarios/'))
      .map(({ path, text }) => ({
        path,
        text:
          path === 'pack.yaml' ? text.replace(/numberFormat: .*/, `numberFormat: '${numberFormat}'`) : text,
      }));
    return designer.post(`/packs/${road}/versions`, {
      files,
      baseVersion: 1,
      note: '编号',
    } as unknown as Json);
  };

  it('is not published, and the finding names the other and a number', async () => {
    const problem = await publish('JY{division}{year}{serial:6}').then(
      () => assert.fail('was published'),
      (error: unknown) => error,
    );
    assert.ok(problem instanceof ApiProblem);
    assert.deepEqual([problem.status, problem.code], [422, 'packRefused']);
    assert.match(
      JSON.stringify(problem.problem),
      new RegExp(`licenseNumberCollides.*食品经营许可.*scjg-food.*JY${server.app.tenant}20`),
    );
  });

  it('is published once its numbers are told apart', async () => {
    assert.equal((await publish('ZY{division}{year}{serial:6}'))['version'], 2);
  });

  it('is found by the designer’s own check: it is told how every pack numbers its licenses', async () => {
    const rules = await designer.get('/pack-lint-context');
    const formats = (rules['licenseNumbers'] as Json[]).map(({ packCode, numberFormat }) => [
      packCode,
      numberFormat,
    ]);
    assert.deepEqual(formats.sort(), [
      [road, 'ZY{division}{year}{serial:6}'],
      ['scjg-food', 'JY{division}{year}{serial:6}'],
    ]);
    assert.equal(rules['division'], server.app.tenant);
  });
});
