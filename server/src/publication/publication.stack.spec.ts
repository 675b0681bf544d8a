import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { eventually } from '../../../scripts/journey/itemCase.ts';
import { completeWith, filledIn, handIn, waitForTask } from '../../../scripts/journey/packJourney.ts';
import { demoPassword, signIn } from '../../../scripts/journey/steps.ts';
import { draftOf } from '../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const equipment = 'scjg-special-equipment';
const fireCheck = 'xfjy-fire-check';
const password = demoPassword;
const person = {
  kind: 'natural',
  name: '张小明',
  idType: '111',
  idNumber: '11010519491231002X',
  phone: '13800000001',
};
const path = (publication: Json, act = '') => `/publications/${String(publication['id'])}${act}`;

describe('open publication of decisions 公示', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let approver: ApiClient;
  let reviewer: ApiClient;
  let head: ApiClient;
  let fire: ApiClient;
  let supervisor: ApiClient;

  before(async () => {
    server = await startTestServer({ time, packs: [equipment, fireCheck] });
    [clerk, approver, reviewer, head, fire, supervisor] = (await Promise.all(
      ['clerk', 'approver', 'reviewer', 'head', 'fire', 'supervisor'].map((name) =>
        signIn(server.base, name),
      ),
    )) as [ApiClient, ApiClient, ApiClient, ApiClient, ApiClient, ApiClient];
  });
  after(() => server.close());

  /** Registered on 2 November, by two people: the item asks for four eyes. */
  async function registered(applicant: Json): Promise<{ id: string; caseNo: string; publication: Json }> {
    time.set('2026-11-02T10:00:00+08:00');
    const draft = await draftOf(server, clerk, { packCode: equipment, operation: 'new', applicant });
    const id = String(draft['id']);
    const caseNo = String((await clerk.post(`/cases/${id}/receive`))['caseNo']);
    await clerk.post(`/cases/${id}/accept`);
    const step = async (client: ApiClient, key: string, form: string, completion: Json) => {
      await waitForTask({ client, caseNo, step: key, settle: server.settle });
      return completeWith(client, { packCode: equipment, caseNo, step: key, form }, completion as never);
    };
    await step(approver, 'review', 'review', { outcome: 'pass' });
    await step(reviewer, 'decide', 'decision', { outcome: 'grant', password });
    await waitForTask({ client: clerk, caseNo, step: 'deliver', settle: server.settle });
    return { id, caseNo, publication: await publicationOf(id) };
  }
  async function publicationOf(id: string): Promise<Json> {
    const document = await server.app.models.publications.findOne({ caseId: id }).lean();
    return approver
      .get(`/publications/${document?._id}`)
      .catch(() => fire.get(`/publications/${document?._id}`));
  }
  const publish = (client: ApiClient, view: Json) =>
    client.post(path(view, '/publish'), { digest: String(view['digest']) });
  const clockOf = async (id: string) =>
    ((await clerk.get(`/cases/${id}/clocks`))['items'] as Json[]).find(({ kind }) => kind === 'publication');
  const everybody = async (query: string) =>
    ((await clerk.get(`/public/publications?${query}`))['items'] as Json[]).map(
      (one) => one['entry'] as Json,
    );
  const company = (name: string, idNumber: string) => ({
    ...restaurant,
    name,
    idNumber,
    numberConfirmed: true,
  });

  /** The first case goes through the tests in turn: published, read as data, corrected, taken down, objected to. */
  let first: { id: string; publication: Json };

  it('starts its clock with the decision, is checked covered, and published by the department', async () => {
    first = await registered(restaurant);
    const { id, publication } = first;
    // seven working days after Monday the 2nd
    assert.deepEqual(pick(await clockOf(id), 'dueDay', 'state', 'limit'), [
      '2026-11-11',
      'running',
      '7 workday',
    ]);
    assert.deepEqual(pick(publication, 'state', 'light', 'canPublish'), ['due', 'green', true]);
    const entry = publication['entry'] as Json;
    assert.deepEqual(
      pick(entry, 'subjectName', 'uscc', 'legalRepresentative', 'idNumber', 'category', 'validTo'),
      [restaurant.name, restaurant.idNumber, '张**', '', '登记', null],
    );
    // nothing is open before somebody has said so
    assert.deepEqual(await everybody(`q=${encodeURIComponent(restaurant.name)}`), []);
    await assert.rejects(clerk.get(`/public${path(publication)}`), { code: 'notFound' });
    // and only the department that decided, which has read what it publishes
    await assert.rejects(publish(fire, publication), { code: 'notFound' });
    await assert.rejects(fire.get(path(publication)), { code: 'notFound' });
    const unread = { ...publication, digest: '0'.repeat(32) };
    await assert.rejects(publish(approver, unread), { code: 'publicationChanged' });
    time.set('2026-11-04T10:00:00+08:00');
    const published = await publish(approver, publication);
    assert.deepEqual(pick(published, 'state', 'publishedBy', 'takeDownAt'), ['published', '孙审批', null]);
    assert.deepEqual(pick(await clockOf(id), 'state', 'light'), ['stopped', 'doneOnTime']);
    await assert.rejects(publish(approver, publication), { code: 'stateConflict' });
    assert.deepEqual(await everybody(`q=${encodeURIComponent(restaurant.name.slice(0, 4))}`), [entry]);
    assert.deepEqual(
      await everybody(`q=${encodeURIComponent(String(entry['documentNo']))}&department=xfjy`),
      [],
    );
    assert.deepEqual(await everybody('from=2026-11-04&to=2026-11-04&department=scjg'), [entry]);
    assert.deepEqual(await everybody('from=2026-11-05'), []);
  });

  it('is open data in the fields of the national standard', async () => {
    const { bytes } = await clerk.download('/public/publications/open-data?format=csv&to=2026-11-04');
    const [headings = '', line = ''] = Buffer.from(bytes).toString('utf8').split('\r\n');
    assert.equal(headings.split(',').length, 28);
    assert.match(headings, /^\uFEFF行政相对人名称,行政相对人类别,行政相对人代码_1（统一社会信用代码）/);
    assert.match(line, /^北京兴旺家常菜餐饮有限公司,法人及非法人组织,91110115MA01A2B3CK,,,,,,张\*\*,/);
    assert.match(
      line,
      /,登记,特种设备使用登记证,特\d+,.*,2026-11-02,2026-11-02,2099-12-31,大兴区市场监督管理局,/,
    );
    const json = await clerk.get('/public/publications/open-data?format=json');
    const [item] = json['items'] as Json[];
    assert.deepEqual(pick(item, '行政相对人名称', '当前状态'), [restaurant.name, '有效']);
  });

  it('is corrected and withdrawn with a reason, and kept from everybody afterwards', async () => {
    const { id, publication: seenFirst } = first;
    const view = await approver.get(path(seenFirst));
    const rows = ((view['entry'] as Json)['rows'] as Json[]).map((row) => String(row['value']));
    const correct = (body: Json) => approver.post(path(view, '/correct'), { reason: '笔误', ...body });
    await assert.rejects(correct({ rows: [`${rows[0]} 13812345678`, ...rows.slice(1)] }), {
      code: 'publicationPersonal',
    });
    const corrected = await correct({ rows: ['曳引驱动电梯', ...rows.slice(1, -1), ''] });
    assert.deepEqual(
      ((corrected['entry'] as Json)['rows'] as Json[]).map((row) => row['value']),
      ['曳引驱动电梯', ...rows.slice(1, -1)],
    );
    const seen = await clerk.get(`/public${path(view)}`);
    assert.equal(seen['correctedAt'], new Date('2026-11-04T10:00:00+08:00').toISOString());
    await assert.rejects(fire.post(path(view, '/withdraw'), { ground: 'error', reason: 'x' }), {
      code: 'notFound',
    });
    const gone = await approver.post(path(view, '/withdraw'), { ground: 'error', reason: '公示内容有误' });
    assert.deepEqual(pick(gone, 'state', 'canPublish'), ['withdrawn', true]);
    await assert.rejects(clerk.get(`/public${path(view)}`), { code: 'notFound' });
    const stored = await server.app.models.publications.findOne({ caseId: id }).lean();
    assert.equal(stored?.entry, undefined);
    const events = ((await approver.get(`/cases/${id}/events`))['items'] as Json[]).map(
      ({ text }) => (text as Json)['zh-CN'],
    );
    assert.ok(events.includes('更正公示内容：笔误'));
    assert.ok(events.includes('撤下公示（内容有误）公示内容有误'));
    // what is right again is published again, as its preview says
    assert.equal((await publish(approver, gone))['state'], 'published');
  });

  it('is objected to by anybody, answered once, and taken down when that is right', async () => {
    const { publication } = first;
    const said = { name: '王某某', contact: '13800000003', text: '设备地点写错了' };
    const { token } = await clerk.post(`/public${path(publication)}/objections`, said);
    const [objection] = (await approver.get(path(publication)))['objections'] as Json[];
    assert.deepEqual(objection?.['said'], said);
    // seven working days from the fourth, on a clock of its own that the answer stops
    const clockNow = async () => {
      const clocks = (await approver.get(`/cases/${first.id}/clocks`))['items'] as Json[];
      return pick(clocks.find(({ kind }) => kind === 'publicationObjection') ?? {}, 'state', 'dueDay');
    };
    const told = await clerk.get(`/public/publication-objections/${String(token)}`);
    assert.equal(told['dueDay'], '2026-11-13');
    assert.deepEqual(await clockNow(), ['running', told['dueDay']]);
    assert.equal(objection?.['dueDay'], told['dueDay']);
    const stored = await server.app.models.publicationObjections.findOne({ token: String(token) }).lean();
    assert.ok(!JSON.stringify(stored).includes(said.name));
    // a supervisor sees that there is one, not who
    assert.equal(((await supervisor.get(path(publication)))['objections'] as Json[])[0]?.['said'], null);
    const answer = path(publication, `/objections/${String(objection?.['id'])}/answer`);
    const right = { upheld: true, text: '情况属实，已撤下。' };
    await assert.rejects(fire.post(answer, right), { code: 'notFound' });
    assert.equal((await approver.post(answer, right))['state'], 'withdrawn');
    assert.deepEqual((await clockNow())[0], 'stopped');
    await assert.rejects(approver.post(answer, right), { code: 'stateConflict' });
    const read = await clerk.get(`/public/publication-objections/${String(token)}`);
    assert.deepEqual(pick(read['answer'] as Json, 'upheld', 'text'), [true, right.text]);
  });

  it('covers a natural person, stores nothing else, and ends after the pack’s period', async () => {
    const { id, publication } = await registered(person);
    const published = await publish(head, publication);
    const entry = published['entry'] as Json;
    assert.deepEqual(pick(entry, 'subjectName', 'subjectKind', 'uscc', 'idNumber'), [
      '张**',
      'natural',
      '',
      '**************002X',
    ]);
    const stored = JSON.stringify(await server.app.models.publications.findOne({ caseId: id }).lean());
    for (const personal of [person.name, person.idNumber, person.phone])
      assert.ok(!stored.includes(personal));
    assert.match(JSON.stringify(entry['rows']), /\*\*\*\*/);
    time.set('2027-11-01T10:00:00+08:00');
    await server.settle();
    assert.equal((await clerk.get(`/public${path(publication)}`))['status'], 'valid');
    time.set('2027-11-03T10:00:00+08:00');
    await server.settle();
    await assert.rejects(clerk.get(`/public${path(publication)}`), { code: 'notFound' });
    const after = await server.app.models.publications.findOne({ caseId: id }).lean();
    assert.deepEqual([after?.state, after?.entry, after?.subjectName], ['takenDown', undefined, undefined]);
  });

  it('that is late goes red, calls, becomes a finding and is counted', async () => {
    const { id, publication } = await registered(company('北京迟延餐饮有限公司', '91110115MA00GH7J2N'));
    const counted = async () =>
      ((await supervisor.get('/supervision/board'))['publications'] as Json)['late'] as number;
    time.set('2026-11-11T17:59:00+08:00');
    await server.settle();
    assert.equal((await clockOf(id))?.['light'], 'yellow');
    const before = await counted();
    time.set('2026-11-16T18:01:00+08:00');
    await server.settle();
    assert.equal((await clockOf(id))?.['light'], 'red');
    assert.equal(await counted(), before + 1);
    const found = await server.app.models.findings.find({ caseId: id, kind: 'overdue' }).lean();
    assert.ok(found.some(({ details }) => details['clock'] === 'publication'));
    const { items } = await approver.get('/publications?state=due');
    assert.ok((items as Json[]).some((one) => one['caseId'] === id && one['light'] === 'red'));
    // that it is not published at all only the head decides, and then nothing is due
    const keep = { ground: 'tradeSecret', reason: '涉及商业秘密' };
    await assert.rejects(approver.post(path(publication, '/withdraw'), keep), { code: 'publicationHead' });
    const exempt = await head.post(path(publication, '/withdraw'), keep);
    assert.deepEqual(pick(exempt, 'state', 'canPublish'), ['exempt', false]);
    assert.equal((await clockOf(id))?.['state'], 'stopped');
  });

  it('goes by itself where the pack says so, and is marked when the decision is annulled', async () => {
    time.set('2026-11-02T10:00:00+08:00');
    const draft = await clerk.post('/cases', {
      packCode: fireCheck,
      operation: 'new',
      applicant: restaurant,
      area: { town: 't005' },
      formData: filledIn(fireCheck, 'application'),
    });
    const id = String(draft['id']);
    await handIn(clerk, id, ['businessLicense', 'floorPlan', 'facilityPlan', 'safetySystem']);
    await clerk.put(`/cases/${id}/commitment`, { signedBy: 'legalRepresentative' });
    const caseNo = String((await clerk.post(`/cases/${id}/receive`))['caseNo']);
    await clerk.post(`/cases/${id}/accept`);
    const decide = { packCode: fireCheck, caseNo, step: 'decide', form: 'decision' };
    await waitForTask({ client: fire, caseNo, step: 'decide', settle: server.settle });
    await completeWith(fire, decide, { outcome: 'grant', password });
    const published = await eventually(server, async () => {
      const view = await publicationOf(id);
      return view['state'] === 'published' ? view : undefined;
    });
    assert.deepEqual(pick(published, 'publishedBy', 'release'), [null, 'automatic']);
    assert.equal((await clerk.get(`/public${path(published)}`))['status'], 'valid');
    await waitForTask({ client: fire, caseNo, step: 'verify', settle: server.settle });
    const verify = { packCode: fireCheck, caseNo, step: 'verify', form: 'verification' };
    await completeWith(fire, verify, { outcome: 'fail', comment: '虚假承诺', password });
    assert.equal((await clerk.get(`/public${path(published)}`))['status'], 'annulled');
  });
});

function pick(from: Json | undefined, ...keys: string[]): unknown[] {
  return keys.map((key) => from?.[key]);
}
