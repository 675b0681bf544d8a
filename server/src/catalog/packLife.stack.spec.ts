import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant, samplePdf } from '../../../scripts/journey/foodLicense.ts';
import {
  acceptCase,
  completeStep,
  demoPassword,
  draftFoodLicense,
  signIn,
} from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer } from '../testing/startTestServer.ts';
import type { PackFile } from './model.ts';
import { noProcess } from './model.ts';

const food = '/packs/scjg-food';

describe('the life of a version', () => {
  let server: TestServer;
  let second: TestServer;
  let designer: ApiClient;
  let colleague: ApiClient;
  let clerk: ApiClient;
  let files: PackFile[] = [];

  before(async () => {
    server = await startTestServer({ workers: false, packs: ['scjg-food'] });
    second = await startTestServer({ workers: false, sharing: server });
    designer = await signIn(server.base, 'designer');
    colleague = await signIn(second.base, 'designer');
    clerk = await signIn(server.base, 'clerk');
    files = (await designer.get(food))['files'] as PackFile[];
  });
  after(async () => {
    await second.close();
    await server.close();
  });

  it('of two who publish at one moment one is published; the other is told what differs, and leaves nothing', async () => {
    // given two designers who both edited version 1, at two copies of the server
    const mine = edit('process.bpmn', 'name="材料审查"', 'name="材料初审"');
    const theirs = edit('pack.yaml', 'promised: 8 workday', 'promised: 7 workday');
    // when they publish at one moment
    const outcomes = await Promise.all(
      [publish(designer, mine, 1), publish(colleague, theirs, 1)].map((call) =>
        call.catch((error: unknown) => error),
      ),
    );
    // then one is version 2 and the other is refused with the difference between version 1 and it
    const refused = outcomes.filter((outcome) => outcome instanceof ApiProblem);
    assert.equal(refused.length, 1, JSON.stringify(outcomes));
    const [problem] = refused as ApiProblem[];
    assert.deepEqual([problem?.status, problem?.code], [409, 'packChanged']);
    assert.equal(problem?.problem['currentVersion'], 2);
    assert.equal((problem?.problem['current'] as Json | undefined)?.['publishedBy'], '吴设计');
    const diff = problem?.problem['diff'] as { before: number; after: number; changes: Json[] };
    assert.deepEqual([diff.before, diff.after, diff.changes.length], [1, 2, 1]);
    assert.deepEqual(await versions(), [2, 1]);
    const deployed = await server.app.engine.listDeployments({ tenantIdIn: server.app.tenant });
    const owned = await server.app.models.packVersions.find({ tenant: server.app.tenant }).lean();
    assert.deepEqual(
      deployed.map(({ id }) => id).sort(),
      owned.flatMap(({ deploymentId }) => (deploymentId === noProcess ? [] : deploymentId)).sort(),
    );
    // and after reading it he publishes on top of it
    const merged = await publish(colleague, theirs, 2);
    assert.equal(merged['version'], 3);
  });

  it('a license template is drawn with made-up values: as a picture, or told why not; nothing is kept', async () => {
    // given the template of the license and values that a designer made up
    const template = files.find(({ path }) => path === 'license.yaml')?.text ?? '';
    const values = {
      fields: Object.fromEntries(
        [...template.matchAll(/\{\{fields\.(\w+)\}\}/g)].map((match) => [match[1], '示例']),
      ),
      identifier: '1.2.156.3005.2.X',
      licenseNo: 'JY1',
      issuer: { name: '市场监督管理局' },
      issueDay: '2026年11月23日',
      validTo: '2031年11月22日',
    };
    const preview = (body: Json) => designer.post(`${food}/license-preview`, body);
    // when it is drawn
    const drawn = await preview({ template, values } as unknown as Json);
    // then it is a PDF, and the composer tells that it fits
    assert.match(Buffer.from(String(drawn['pdf']), 'base64').toString('latin1'), /^%PDF-/);
    assert.equal((drawn['fit'] as { scale: number }).scale, 1);
    // what is too long names its field, what is missing its path, what is no template its place
    const long = { ...values, fields: { ...values.fields, operatorName: '长'.repeat(3000) } };
    const tooLong = await preview({ template, values: long, picture: false } as unknown as Json);
    assert.deepEqual(tooLong['problem'], { code: 'licenseTooLong', params: { fields: '0' } });
    const bare = await preview({ template, values: {}, picture: false });
    assert.equal((bare['problem'] as Json)['code'], 'templateDataMissing');
    const spoiled = template.replace('columns: 2', 'columns: 3');
    assert.deepEqual((await preview({ template: spoiled, values: {} }))['faults'], ['columns']);
    assert.deepEqual((await preview({ template: 'a: [1', values: {} }))['faults'], ['']);
    // a statutory document is drawn with the words of the pack, and what is long makes more pages
    const worded = {
      kind: 'grantDecision',
      title: '准予决定书',
      body: '{{applicantName}}：准予。',
      values: {},
    };
    const decision = await designer.post(`${food}/document-preview`, worded);
    assert.match(Buffer.from(String(decision['pdf']), 'base64').toString('latin1'), /^%PDF-/);
    assert.equal(decision['pages'], 1);
    const notice = { kind: 'supplementNotice', body: '另请注意。'.repeat(300), values: {}, long: true };
    assert.ok(Number((await designer.post(`${food}/document-preview`, notice))['pages']) > 1);
    await assert.rejects(clerk.post(`${food}/document-preview`, worded), isStatus(403));
    // and only designers may ask
    await assert.rejects(clerk.post(`${food}/license-preview`, { template, values: {} }), isStatus(403));
    // the directory names what packs may name
    const directory = await designer.get('/pack-directory');
    const types = directory['licenseTypes'] as { type: string; name: Json | null }[];
    assert.equal(types.find(({ type }) => type === 'foodBusinessLicense')?.name?.['zh-CN'], '食品经营许可证');
    assert.ok((directory['departments'] as Json[]).some((department) => department['id'] === 'scjg'));
  });

  it('an old content is published again in one act, as a new version with its reason; running cases stay', async () => {
    const draft = await draftFoodLicense(clerk);
    await acceptCase(clerk, String(draft['id']));
    const body = { baseVersion: 3, note: '新流程有误，退回' };
    const answer = await designer.post(`${food}/versions/1/rollback`, body, { key: 'roll-back-to-one' });
    assert.deepEqual([answer['version'], answer['restores']], [4, 1]);
    // The same request again, whose answer was lost, is answered as before.
    assert.deepEqual(
      await designer.post(`${food}/versions/1/rollback`, body, { key: 'roll-back-to-one' }),
      answer,
    );
    const pack = await designer.get(food);
    assert.deepEqual(sorted(pack['files'] as PackFile[]), sorted(files));
    const [live, before] = pack['versions'] as Json[];
    assert.deepEqual(
      [live?.['state'], live?.['restores'], live?.['note'], live?.['publishedBy'], before?.['state']],
      ['live', 1, '新流程有误，退回', '吴设计', 'superseded'],
    );
    assert.equal((await clerk.get(`/cases/${String(draft['id'])}`))['packVersion'], 3);
    const fresh = await draftFoodLicense(clerk, { materials: false });
    assert.equal(fresh['packVersion'], 4);
    await refusedWith(designer.post(`${food}/versions/4/rollback`, { baseVersion: 4 }), 409, 'versionIsLive');
    await refusedWith(designer.post(`${food}/versions/2/rollback`, { baseVersion: 3 }), 409, 'packChanged');
  });

  it('what only the engine refuses is told at its element, and nothing of the version exists anywhere', async () => {
    // given a priority that lint does not look at and the engine cannot read
    const before = await state();
    const odd = edit(
      'process.bpmn',
      'camunda:topic="issue-license"',
      'camunda:topic="issue-license" camunda:taskPriority="high"',
    );
    const found = (await designer.post(`${food}/lint`, { files: odd } as unknown as Json))[
      'findings'
    ] as Json[];
    assert.deepEqual(
      found.filter(({ severity }) => severity === 'error'),
      [],
    );
    // when
    const problem = await refusedWith(publish(designer, odd, 4), 422, 'engineRefused');
    // then
    const [finding] = problem.problem['findings'] as Json[];
    assert.deepEqual(
      [finding?.['element'], finding?.['file'], finding?.['severity']],
      ['issueLicense', 'process.bpmn', 'error'],
    );
    assert.match(String(finding?.['zh']), /流程引擎不接受/);
    assert.deepEqual(await state(), before);
    assert.equal((await designer.get(food))['version'], 4);
  });

  it('a retired item is found and begins no case; a draft of it is not received, running ones go on', async () => {
    // given one running case and one draft at the window
    const running = await draftFoodLicense(clerk);
    await acceptCase(clerk, String(running['id']));
    const draft = await draftFoodLicense(clerk);
    // when
    const retired = await designer.post(`${food}/versions/4/retire`, { note: '改为备案' });
    // then
    assert.deepEqual([retired['state'], (retired['retired'] as Json)['note']], ['retired', '改为备案']);
    const [item] = (await clerk.get('/items?query=spjyxk'))['items'] as Json[];
    assert.equal((item?.['retired'] as Json | undefined)?.['note'], '改为备案');
    const [listed] = ((await designer.get('/packs'))['items'] as Json[]).filter(
      ({ packCode }) => packCode === 'scjg-food',
    );
    assert.equal((listed?.['published'] as Json | undefined)?.['state'], 'retired');
    await refusedWith(draftFoodLicense(clerk, { materials: false }), 409, 'itemRetired');
    await refusedWith(clerk.post(`/cases/${String(draft['id'])}/receive`), 409, 'itemRetired');
    await server.settle();
    assert.equal((await clerk.get(`/cases/${String(running['id'])}`))['engineState'], 'started');
    await refusedWith(designer.post(`${food}/versions/4/retire`, { note: '再次' }), 409, 'packRetired');
    await refusedWith(designer.post(`${food}/versions/3/retire`, { note: '旧版' }), 409, 'packChanged');
    const event = await server.app.models.securityEvents.findOne({ type: 'packRetired' }).lean();
    assert.equal(event?.details['version'], 4);
  });

  it('only publishing again, even the same content, puts the item in use again', async () => {
    const again = await designer.post(`${food}/versions/4/rollback`, { baseVersion: 4, note: '恢复' });
    assert.equal(again['version'], 5);
    const [item] = (await clerk.get('/items?query=spjyxk'))['items'] as Json[];
    assert.equal(item?.['retired'], null);
    assert.equal((await draftFoodLicense(clerk, { materials: false }))['packVersion'], 5);
    const states = ((await designer.get(`${food}/versions`))['items'] as Json[]).map(
      (entry) => entry['state'],
    );
    assert.deepEqual(states, ['live', 'retired', 'superseded', 'superseded', 'superseded']);
  });

  it('a new pack begins as a draft from a template, is linted, saved by revision, and published out of the draft', async () => {
    const name = { 'zh-CN': '户外广告设置', en: 'Outdoor advertising' };
    const begun = await designer.post('/packs', { packCode: 'csglw-advert', name, template: null });
    assert.deepEqual([begun['state'], begun['version'], begun['baseVersion']], ['linted', 1, 0]);
    await refusedWith(designer.post('/packs', { packCode: 'scjg-food', name }), 409, 'packCodeTaken');
    const mine = ((await designer.get('/packs'))['items'] as Json[]).find(
      ({ packCode }) => packCode === 'csglw-advert',
    );
    assert.deepEqual([mine?.['published'], mine?.['name']], [null, name]);
    // when it is spoiled and saved, it says so; a save of an older revision is refused
    const spoiled = (begun['files'] as PackFile[]).map((file) =>
      file.path === 'pack.yaml'
        ? { ...file, text: file.text.replace('department: scjg', 'department: nowhere') }
        : file,
    );
    const put = (revision: number | undefined, changed: PackFile[]) =>
      designer.put(
        '/packs/csglw-advert/draft',
        { baseVersion: 0, files: changed } as unknown as Json,
        revision,
      );
    const saved = await put(1, spoiled);
    assert.deepEqual([saved['state'], saved['version']], ['draft', 2]);
    assert.ok((saved['findings'] as Json[]).some(({ code }) => code === 'departmentUnknown'));
    await refusedWith(put(1, spoiled), 412, 'versionConflict');
    await refusedWith(put(undefined, spoiled), 412, 'versionConflict');
    // when it is sound again it can be published, and the draft is gone
    await put(2, begun['files'] as PackFile[]);
    const published = await designer.post('/packs/csglw-advert/versions', {
      files: begun['files'],
      baseVersion: 0,
      note: '首版',
    });
    assert.equal(published['version'], 1);
    assert.equal((await designer.get('/packs/csglw-advert'))['draft'], null);
    await refusedWith(designer.get('/packs/csglw-advert/draft'), 404, 'notFound');
  });

  it('a pack made of a table of steps runs as the table says: a step returns to the one before it, the last decides', async () => {
    const table = [
      '环节\t岗位\t时限\t填写内容',
      '申请\t申请人\t\t事由',
      '初审\t审批人员\t3个工作日\t初审意见',
      '复审\t审批人员\t2个工作日\t结论(选择:合格/不合格)',
      '局长决定\t负责人\t1个工作日',
    ].join('\n');
    const name = { 'zh-CN': '表格事项', en: 'Item of a table' };
    const body = { packCode: 'scjg-of-table', name, table, department: 'scjg' };
    const begun = (await designer.post('/packs', body)) as unknown as {
      files: PackFile[];
      findings: unknown[];
    };
    assert.deepEqual(begun.findings, []);
    await designer.post('/packs/scjg-of-table/versions', {
      files: begun.files,
      baseVersion: 0,
      note: '首版',
    } as unknown as Json);
    const draft = await clerk.post('/cases', {
      packCode: 'scjg-of-table',
      operation: 'new',
      applicant: restaurant,
      formData: { field1: '设置门头' },
    });
    await clerk.upload(`/cases/${String(draft['id'])}/materials/application/files`, {
      name: '申请书.pdf',
      bytes: samplePdf('application'),
      type: 'application/pdf',
    });
    const caseNo = String((await acceptCase(clerk, String(draft['id'])))['caseNo']);
    const approver = await signIn(server.base, 'approver');
    const head = await signIn(server.base, 'head');
    const first = { outcome: 'pass', formData: { field1: '属实' } };
    await completeStep(approver, caseNo, 'step1', first);
    await completeStep(approver, caseNo, 'step2', {
      outcome: 'back',
      formData: { field1: 'option2' },
      comment: '材料不清',
    });
    await completeStep(approver, caseNo, 'step1', first);
    await completeStep(approver, caseNo, 'step2', { outcome: 'pass', formData: { field1: 'option1' } });
    const decided = await completeStep(head, caseNo, 'decide', {
      outcome: 'grant',
      password: demoPassword,
      formData: { reason: '符合条件', legalGround: '《中华人民共和国行政许可法》第三十八条' },
    });
    assert.ok(decided !== null);
    assert.equal((await clerk.get(`/cases/${String(draft['id'])}`))['state'], 'decided');

    const unclear = await refusedWith(
      designer.post('/packs', { ...body, packCode: 'scjg-unclear', table: '初审\t审批人员\t3天' }),
      422,
      'invalidRequest',
    );
    assert.match(JSON.stringify(unclear.problem), /第 1 行：时限“3天”不明确/);
  });

  it('a theme is checked against the packs that are published', async () => {
    const manifest = files.find(({ path }) => path === 'pack.yaml')?.text ?? '';
    assert.match(manifest, /themes: \[theme-restaurant\]/);
    const wrong = edit('pack.yaml', 'themes: [theme-restaurant]', 'themes: [scjg-food, no-such-theme]');
    const found = (await designer.post(`${food}/lint`, { files: wrong } as unknown as Json))[
      'findings'
    ] as Json[];
    assert.deepEqual(
      found.filter(({ code }) => code === 'themeUnknown').map(({ path }) => path),
      ['themes.1'],
    );
  });

  function edit(path: string, find: string, put: string): PackFile[] {
    return files.map((file) => {
      if (file.path !== path) return file;
      assert.ok(file.text.includes(find), find);
      return { path, text: file.text.replace(find, put) };
    });
  }

  function publish(who: ApiClient, changed: PackFile[], baseVersion: number): Promise<Json> {
    return who.post(`${food}/versions`, { files: changed, baseVersion, note: '测试' } as unknown as Json);
  }

  async function versions(): Promise<unknown[]> {
    return ((await designer.get(`${food}/versions`))['items'] as Json[]).map(({ version }) => version);
  }

  async function state() {
    const { app } = server;
    return {
      versions: await app.models.packVersions.countDocuments({ tenant: app.tenant }),
      contents: await app.models.packContents.countDocuments({ tenant: app.tenant }),
      items: await app.models.items.find({ tenant: app.tenant }).sort({ packCode: 1 }).lean(),
      deployments: (await app.engine.listDeployments({ tenantIdIn: app.tenant })).length,
      definitions: (await app.engine.listProcessDefinitions({ tenantIdIn: app.tenant })).length,
    };
  }
});

async function refusedWith(call: Promise<unknown>, status: number, code: string): Promise<ApiProblem> {
  const problem = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert.ok(problem instanceof ApiProblem, `not refused with ${code}`);
  assert.deepEqual([problem.status, problem.code], [status, code], problem.message);
  return problem;
}

function sorted(files: readonly PackFile[]): PackFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isStatus(status: number) {
  return (error: unknown) => error instanceof ApiProblem && error.status === status;
}
