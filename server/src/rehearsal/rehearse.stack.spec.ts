import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { readScenarios } from '@onewindow/processes';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import type { PackFile } from '../catalog/model.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { sweepRehearsals } from './sweepRehearsals.ts';

const packCode = 'csglw-signboard';

describe('rehearsing unpublished files', () => {
  const time = new TestTime('2026-11-02T09:00:00+08:00');
  let server: TestServer;
  let designer: ApiClient;
  let other: ApiClient;
  let files: PackFile[] = [];
  let start: Json = {};
  let guide: Json = {};
  let id = '';

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: [packCode, 'hotline-12345'] });
    designer = await signIn(server.base, 'designer');
    other = await signIn(server.base, 'designer2');
    files = (await designer.get(`/packs/${packCode}`))['files'] as PackFile[];
    const record = Object.fromEntries(files.map(({ path, text }) => [path, text]));
    const guided = readScenarios(record).scenarios.find(({ key }) => key === 'guided');
    const { operation, applicant, area, form } = guided?.scenario ?? {};
    start = { operation, applicant, area, form };
    const last = guided?.scenario.steps.at(-1);
    guide = last?.act === 'complete' ? (last.form ?? {}) : {};
    // The draft differs from what is published.
    files = files.map((file) => ({ ...file, text: file.text.replace('可以按意见设置', '同意按意见设置') }));
  });
  after(() => server.close());

  const act = (body: Json) => designer.post(`/rehearsals/${id}/acts`, body);
  const refusal = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      (problem: unknown) => problem,
    );
    assert.ok(error instanceof ApiProblem, 'it was not refused');
    return error;
  };

  it('files that may not be published are not rehearsed, and nothing is left of the attempt', async () => {
    const spoilt = files.map((file) => ({
      ...file,
      text: file.text.replace('formKey="forms/', 'formKey="none/'),
    }));
    const { code } = await refusal(
      designer.post(`/packs/${packCode}/rehearsals`, { files: spoilt } as never),
    );
    assert.equal(code, 'packRefused');
    assert.equal(await server.app.models.rehearsalStages.countDocuments({}), 0);
    assert.equal(await server.app.models.rehearsals.countDocuments({}), 0);
  });

  it('goes from the window to the decision on the unpublished files, at its own time', async () => {
    const began = await designer.post(`/packs/${packCode}/rehearsals`, { files } as never);
    id = String(began['id']);
    assert.deepEqual([began['case'], began['now'], began['kind']], [null, '2026-11-02 10:00', 'approval']);
    const window = await designer.get(`/rehearsals/${id}/operations/new`);
    assert.ok((window['materials'] as Json[]).some(({ key }) => key === 'sketch'));

    const incomplete = { ...start, form: { ...(start['form'] as Json), signText: '' } };
    const wrong = await refusal(act({ start: incomplete, act: { act: 'receive' } }));
    assert.deepEqual([wrong.status, wrong.code], [422, 'rehearsalRefused']);
    assert.deepEqual(
      (wrong.problem['errors'] as Json[]).map(({ pointer }) => pointer),
      ['/signText'],
    );
    const received = await act({ start, act: { act: 'receive' } });
    assert.equal((received['case'] as Json)['state'], 'received');
    const accepted = await act({ act: { act: 'accept' } });
    const [task] = accepted['tasks'] as [Json];
    assert.deepEqual([task['stepKey'], task['role']], ['guide', 'approver']);
    const shown = await designer.get(`/rehearsals/${id}/tasks/${String(task['id'])}`);
    assert.ok((shown['outcomes'] as { name: Json }[]).some(({ name }) => name['zh-CN'] === '同意按意见设置'));

    const later = await act({ act: { act: 'wait', after: '1 hour' } });
    assert.equal(later['now'], '2026-11-02 11:00');
    assert.equal(
      (await refusal(act({ act: { act: 'wait', at: '2026-11-01 09:00' } }))).code,
      'rehearsalTimeRefused',
    );
    const decided = await act({ act: { act: 'complete', step: 'guide', outcome: 'grant', form: guide } });
    assert.equal((decided['case'] as Json)['state'], 'closed');
    assert.deepEqual(
      (decided['documents'] as Json[]).map(({ kind }) => kind),
      ['receipt', 'acceptanceNotice', 'grantDecision'],
    );
    assert.deepEqual(
      (decided['acts'] as Json[]).map((one) => one['act']),
      ['receive', 'accept', 'wait', 'complete'],
    );
    const flows = (decided['coverage'] as { flows: { passed: boolean }[] }).flows;
    assert.ok(flows.some(({ passed }) => passed) && flows.some(({ passed }) => !passed));
    const [document] = decided['documents'] as [Json];
    const { bytes } = await designer.download(
      `/rehearsals/${id}/documents/${String(document['id'])}/content`,
    );
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  });

  it('touches nothing of the office: no case, no number, no document, no message, nothing in its engine tenant', async () => {
    const { models, engine, tenant } = server.app;
    for (const model of [models.cases, models.caseDocuments, models.licenses, models.outbox, models.events])
      assert.equal(await (model as typeof models.cases).countDocuments({ tenant }), 0);
    assert.equal(await models.packVersions.countDocuments({ tenant }), 2);
    assert.equal((await engine.listDeployments({ tenantIdIn: tenant })).length, 2);
    // What was typed in does not lie about in clear.
    const kept = await models.rehearsals.findOne({ tenant }).lean();
    assert.doesNotMatch(JSON.stringify(kept), /北京老王家常菜/);
  });

  it('is nobody else’s', async () => {
    assert.equal((await refusal(other.get(`/rehearsals/${id}`))).code, 'rehearsalOver');
    assert.equal(
      (await refusal(other.post(`/rehearsals/${id}/acts`, { act: { act: 'wait' } }))).code,
      'rehearsalOver',
    );
    await other.delete(`/rehearsals/${id}`);
    assert.equal((await designer.get(`/rehearsals/${id}`))['id'], id);
  });

  it('is a scenario, which passes when it is played', async () => {
    const name = { 'zh-CN': '演练留下的场景', en: 'Kept from a rehearsal' };
    const { text } = await designer.post(`/rehearsals/${id}/scenario`, { name });
    assert.match(String(text), /state: closed/);
    const path = 'scenarios/kept.yaml';
    const withIt = [...files, { path, text: String(text) }];
    const { problems } = readScenarios(Object.fromEntries(withIt.map((file) => [file.path, file.text])));
    assert.deepEqual(problems, []);
    const run = await finished(withIt, ['kept']);
    assert.equal(run['state'], 'done', JSON.stringify(run));
    const [played] = run['played'] as [{ failures: unknown[] }];
    assert.deepEqual(played.failures, []);

    // What is expected and not there is told with its line.
    const wrong = withIt.map((file) =>
      file.path === path ? { ...file, text: file.text.replace('state: closed', 'state: delivered') } : file,
    );
    const [differs] = (await finished(wrong, ['kept']))['played'] as [{ failures: Json[] }];
    assert.deepEqual([differs.failures[0]?.['path'], differs.failures[0]?.['file']], ['expect.state', path]);
  });

  const finished = async (played: readonly PackFile[], keys: string[]): Promise<Json> => {
    let run = await designer.post(`/packs/${packCode}/scenario-runs`, { files: played, keys } as never);
    for (const end = performance.now() + 90_000; run['state'] === 'running' && performance.now() < end; ) {
      await pause(50);
      run = await designer.get(`/scenario-runs/${String(run['id'])}`);
    }
    return run;
  };

  it('is played again by another copy, and goes on there', async () => {
    const copy = await startTestServer({ time, workers: false, sharing: server });
    try {
      const there = await signIn(copy.base, 'designer');
      const seen = await there.get(`/rehearsals/${id}`);
      assert.equal((seen['case'] as Json)['state'], 'closed');
      const back = await there.delete(`/rehearsals/${id}/acts/2`);
      assert.deepEqual(
        (back['tasks'] as Json[]).map(({ stepKey }) => stepKey),
        ['guide'],
      );
      assert.equal(back['now'], '2026-11-02 10:00');
      // Here the case is still closed on the stage: the record counts.
      const here = await designer.get(`/rehearsals/${id}`);
      assert.equal((here['case'] as Json)['state'], 'accepted');
    } finally {
      await copy.close();
    }
  });

  it('what a copy that died has left is removed after a while, and old rehearsals are forgotten', async () => {
    const { models, engine, tenant, connection } = server.app;
    const stage = await models.rehearsalStages.findOne({ tenant }).lean();
    assert.ok(stage);
    // As if it were another copy's, which has died.
    await server.app.rehearsals?.stop();
    await models.rehearsalStages.create(stage);
    await connection.useDb(stage.database).collection('cases').insertOne({ left: true });
    time.set(new Date(time.now().getTime() + 11 * 60_000));
    await sweepRehearsals(server.app);
    assert.equal(await models.rehearsalStages.countDocuments({ tenant }), 0);
    assert.deepEqual(await connection.useDb(stage.database).listCollections(), []);
    assert.deepEqual(await engine.listDeployments({ tenantIdIn: stage.stageTenant }), []);
    assert.equal(await models.rehearsals.countDocuments({ tenant }), 1);
    time.set(new Date(time.now().getTime() + 25 * 3_600_000));
    await sweepRehearsals(server.app);
    assert.equal(await models.rehearsals.countDocuments({ tenant }), 0);
  });

  it('a dispatch begins with a report, goes on with its steps and is kept as a scenario', async () => {
    const hotline = 'hotline-12345';
    const own = (await designer.get(`/packs/${hotline}`))['files'] as PackFile[];
    const began = await designer.post(`/packs/${hotline}/rehearsals`, { files: own } as never);
    id = String(began['id']);
    assert.equal(began['kind'], 'dispatch');
    assert.ok((began['sources'] as Json[]).some(({ key }) => key === 'hotline'));
    const form = await designer.get(`/rehearsals/${id}/operations/new`);
    assert.ok((form['areas'] as Json[]).length > 0, 'places are offered');
    const place = { town: 't005', text: '兴华大街一段12号' };
    const report = {
      act: 'report',
      source: 'hotline',
      place,
      form: { subcategory: 'noise', description: '施工' },
    };
    const reported = await act({ start: { operation: 'new' }, act: report });
    assert.deepEqual(
      (reported['tasks'] as Json[]).map(({ stepKey }) => stepKey),
      ['register'],
    );
    const opened = { result: 'open', subcategory: 'noise', urgency: 'ordinary' };
    const registered = await act({
      act: { act: 'complete', step: 'register', outcome: 'open', form: opened },
    });
    assert.deepEqual(
      (registered['tasks'] as Json[]).map(({ stepKey }) => stepKey),
      ['assign'],
    );
    const { text } = await designer.post(`/rehearsals/${id}/scenario`, {
      name: { 'zh-CN': '噪声', en: 'Noise' },
    });
    assert.match(String(text), /act: report\n\s+source: hotline\n/);
  });
});
