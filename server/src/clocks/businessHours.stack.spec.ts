import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { acceptCase, draftFoodLicense, signIn } from '../../../scripts/journey/steps.ts';
import { readOrganisation } from '../organisation/readOrganisation.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const businessHours = [
  { from: '08:30', to: '11:30' },
  { from: '14:00', to: '17:00' },
];

describe('a department with business hours of its own', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let supervisor: ApiClient;

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
    supervisor = await signIn(server.base, 'supervisor');
    const { app } = server;
    await app.models.departments.updateOne(
      { tenant: app.tenant, departmentId: 'scjg' },
      { $set: { businessHours } },
    );
    Object.assign(app, { organisation: await readOrganisation(app.models, app.tenant) });
  });
  after(() => server.close());

  it('has clocks that end at its own close, which the explanation names', async () => {
    const caseId = String((await draftFoodLicense(clerk))['id']);
    await acceptCase(clerk, caseId);
    const clocks = await server.app.models.clocks.find({ tenant: server.app.tenant, caseId }).lean();
    const promised = clocks.find(({ kind }) => kind === 'promised');
    // 8 working days from 2 November, at five.
    assert.equal(promised?.dueAt.toISOString(), '2026-11-12T09:00:00.000Z');
    assert.deepEqual(promised.businessHours, businessHours);
    const view = (await supervisor.get(`/cases/${caseId}/clocks`))['items'] as Json[];
    const id = view.find(({ kind }) => kind === 'promised')?.['id'];
    const explained = await supervisor.get(`/clocks/${String(id)}/explain`);
    assert.match(JSON.stringify(explained), /按本部门的办公时间计：08:30–11:30 14:00–17:00/);
  });

  it('has packs checked and drawn in its own hours: the designer is told them', async () => {
    const designer = await signIn(server.base, 'designer');
    const rules = await designer.get('/pack-lint-context?packs=');
    assert.deepEqual(rules['businessHours'], { scjg: businessHours });
    const listed = (await designer.get('/departments'))['items'] as Json[];
    assert.deepEqual(listed.find(({ id }) => id === 'scjg')?.['businessHours'], businessHours);
    assert.equal(listed.find(({ id }) => id === 'mzj')?.['businessHours'], undefined);
    const { files } = (await designer.get('/packs/scjg-food')) as { files: { path: string; text: string }[] };
    const changed = files.map(({ path, text }) => ({
      path,
      text:
        path === 'pack.yaml'
          ? text
              .replace(/(\n {2}promised: ).*/, '$17 workhour')
              .replace(/(statutory: \{limit: )10 workday/, '$11 workday')
          : text,
    }));
    const { findings } = (await designer.post('/packs/scjg-food/lint', { files: changed })) as {
      findings: { code: string; zh: string }[];
    };
    const told = findings.find(({ code }) => code === 'promisedTooLate')?.zh ?? '';
    assert.match(told, /按实施部门的办公时间08:30–11:30 14:00–17:00/);
  });

  it('answers supervision in them, while another counts in those of the calendar', async () => {
    const order = async (department: string) => {
      const { id } = await supervisor.post('/supervision/urges', {
        ...{ kind: 'order', matter: '窗口排队', message: '请说明。', department, replyDueDay: '2026-11-06' },
      });
      const clock = await server.app.models.clocks.findOne({ caseId: String(id) }).lean();
      return clock?.dueAt.toISOString();
    };
    assert.equal(await order('scjg'), '2026-11-06T09:00:00.000Z');
    assert.equal(await order('mzj'), '2026-11-06T10:00:00.000Z');
  });
});
