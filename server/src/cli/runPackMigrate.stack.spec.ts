import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { acceptCase, draftFoodLicense, signIn } from '../../../scripts/journey/steps.ts';
import type { PackFile } from '../catalog/model.ts';
import { type Edit, edited, withExamine } from '../migration/versions.fixture.ts';
import { runCommand } from '../testing/runCommand.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';

describe('onewindow pack migrate', () => {
  let server: TestServer;
  let clerk: ApiClient;
  let designer: ApiClient;
  const cases: Json[] = [];

  before(async () => {
    server = await startTestServer({ workers: false, packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
    designer = await signIn(server.base, 'designer');
    for (let at = 0; at < 2; at += 1) {
      const { id } = await draftFoodLicense(clerk);
      cases.push(await acceptCase(clerk, String(id)));
    }
    const files = (await designer.get('/packs/scjg-food'))['files'] as PackFile[];
    const faster: Edit = ['pack.yaml', 'promised: 8 workday', 'promised: 6 workday'];
    await publish(edited(files, faster), 1);
    await publish(edited(files, ...withExamine), 2);
  });
  after(() => server.close());

  it('shows the plan of all running cases and changes nothing: exit 0', async () => {
    const shown = await migrate('--from', '1', '--to', '2', '--dry-run');
    assert.deepEqual([shown.status, shown.stderr], [0, '']);
    assert.match(shown.stdout, /scjg-food 从第 1 版迁移到第 2 版：所选 2 件，可以迁移 2 件/);
    assert.match(shown.stdout, /承诺时限由 8个工作日 改为 6个工作日/);
    for (const { caseNo } of cases) assert.match(shown.stdout, new RegExp(`${String(caseNo)} {2}可以迁移`));
    assert.deepEqual(await versions(), [1, 1]);
    const english = await migrate('--from', '1', '--to', '2', '--dry-run', '--lang', 'en');
    assert.match(english.stdout, /2 case\(s\) chosen, 2 fit/);
  });

  it('says why nothing can move: exit 1, with the step that has no counterpart', async () => {
    const shown = await migrate('--from', '1', '--to', '3', '--dry-run');
    assert.equal(shown.status, 1);
    assert.match(shown.stdout, /阻止 {2}办件停在“材料审查”，新版本中没有对应的位置 {2}\[placeGone\]/);
    const mapped = await migrate('--from', '1', '--to', '3', '--map', 'review=examine', '--dry-run');
    assert.equal(mapped.status, 0, mapped.stdout);
    assert.match(mapped.stdout, /材料审查 → 材料核验/);
  });

  it('carries out a plan for the chosen case only, with its reason; another plan is exit 3', async () => {
    const chosen = ['--from', '1', '--to', '2', '--case', String(cases[0]?.['caseNo'])];
    assert.equal((await migrate(...chosen)).status, 2, 'a reason is needed');
    const other = await migrate(...chosen, '--note', '提速', '--plan', '0'.repeat(64));
    assert.equal(other.status, 3);
    assert.match(other.stderr, /\[migrationPlanChanged\]/);
    const json = await migrate(...chosen, '--dry-run', '--json');
    const { hash } = JSON.parse(json.stdout) as { hash: string };
    const done = await migrate(...chosen, '--note', '提速', '--plan', hash);
    assert.deepEqual([done.status, done.stderr], [0, '']);
    assert.match(done.stdout, /已迁移 1 件，没有迁移 0 件/);
    assert.deepEqual(await versions(), [2, 1]);
  });

  it('is exit 4 for whoever may not, 1 for a case that does not exist', async () => {
    const clerks = await migrate('--from', '1', '--to', '2', '--dry-run', { ONEWINDOW_USER: 'clerk' });
    assert.equal(clerks.status, 4);
    const unknown = await migrate('--from', '1', '--to', '2', '--case', '999', '--dry-run');
    assert.deepEqual([unknown.status, /\[caseNotOfPack\]/.test(unknown.stderr)], [1, true]);
  });

  async function publish(files: readonly PackFile[], baseVersion: number): Promise<void> {
    await designer.post('/packs/scjg-food/versions', { files, baseVersion, note: '测试' } as unknown as Json);
  }

  async function versions(): Promise<unknown[]> {
    const found = await Promise.all(cases.map(({ id }) => clerk.get(`/cases/${String(id)}`)));
    return found.map(({ packVersion }) => packVersion);
  }

  function migrate(...given: (string | Record<string, string>)[]) {
    const options = given.filter((entry) => typeof entry === 'string');
    const env = Object.assign({}, ...given.filter((entry) => typeof entry !== 'string')) as Record<
      string,
      string
    >;
    return runCommand(['migrate', 'scjg-food', ...options], {
      ONEWINDOW_SERVER: server.base,
      ONEWINDOW_USER: 'designer',
      ONEWINDOW_PASSWORD: 'onewindow-2026',
      ...env,
    });
  }
});
