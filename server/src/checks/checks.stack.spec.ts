import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listSeedPacks } from '@onewindow/processes';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { publishPack } from '../catalog/publishPack.ts';
import { draftOf, officerOf, reachStep, walkStep } from '../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { type CheckOutcome, checkFollowers } from './checkFollowers.ts';
import { sweepChecks } from './sweepChecks.ts';

const place = 'wjw-public-place-health';
const aid = 'sfj-legal-aid';
const hotel = {
  kind: 'legal',
  name: '北京兴旺宾馆有限公司',
  idType: '001',
  idNumber: '11110000000021135M',
  legalRepresentative: '王建国',
};
const bath = { ...hotel, name: '北京清泉浴室有限公司', idNumber: '91110115MA01A2B3CK' };
const person = {
  kind: 'natural',
  name: '张桂兰',
  idType: '111',
  idNumber: '11010519491231002X',
  phone: '13800138000',
};
const reviewForm = {
  display: 'form',
  components: [
    {
      type: 'radio',
      key: 'result',
      label: '结论',
      input: true,
      validate: { required: true },
      values: [
        { value: 'pass', label: '合格' },
        { value: 'basic', label: '基本合格' },
        { value: 'fail', label: '不合格' },
      ],
      properties: { en: 'Result', 'en.pass': 'Passed', 'en.basic': 'With remarks', 'en.fail': 'Failed' },
    },
    {
      type: 'textarea',
      key: 'opinion',
      label: '检查意见',
      input: true,
      validate: { required: true },
      properties: { en: 'Opinion' },
    },
  ],
};

describe('checks after a license or a benefit was given', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let second: TestServer;
  let clerk: ApiClient;
  let officer: ApiClient;
  let stranger: ApiClient;
  let supervisor: ApiClient;
  const told: CheckOutcome[] = [];
  const follow = (_session: unknown, outcome: CheckOutcome) => {
    told.push(outcome);
    return Promise.resolve();
  };

  before(async () => {
    server = await startTestServer({ time, packs: [place, aid] });
    second = await startTestServer({ time, workers: false, sharing: server });
    checkFollowers.push(follow);
    await signInAll();
  });
  after(async () => {
    checkFollowers.splice(checkFollowers.indexOf(follow), 1);
    await second.close();
    await server.close();
  });

  it('begin with the issue, for the department that checks and nobody else', async () => {
    await grant('new', hotel);
    const [check] = await list();
    assert.deepEqual([check?.['dueDay'], check?.['light'], check?.['state']], ['2028-11-02', 'green', 'due']);
    assert.deepEqual(check?.['name'], { 'zh-CN': '每两年复核', en: 'Review every two years' });
    assert.equal(JSON.stringify(check).includes('兴旺宾馆'), false, 'the holder is masked');
    assert.deepEqual((await stranger.get('/checks'))['items'], []);
    const path = `/checks/${String(check?.['id'])}`;
    await assert.rejects(stranger.get(path), { status: 404 });
    await assert.rejects(record(stranger, path, { day: '2026-11-02', result: 'passed', opinion: '合格' }), {
      status: 404,
    });
    const subject = await server.app.models.cases.findOne({ _id: String(check?.['caseId']) }).lean();
    const progress = await clerk.get(`/public/progress/${subject?.progressToken}`);
    assert.equal((progress['checks'] as Json[])[0]?.['dueDay'], '2028-11-02', 'the holder sees it');
    await assert.rejects(clerk.get('/checks'), { status: 403 });
    await assert.rejects(record(clerk, path, { day: '2026-11-02', result: 'passed', opinion: '合格' }), {
      status: 403,
    });
  });

  it('go on with an amended license, their day as it was', async () => {
    time.set('2026-11-16T10:00:00+08:00');
    const [check] = await list();
    const license = await grant('amend', hotel, String(check?.['licenseId']));
    const after = await list();
    assert.equal(after.length, 1);
    assert.deepEqual([after[0]?.['id'], after[0]?.['dueDay']], [check?.['id'], '2028-11-02']);
    assert.equal(after[0]?.['licenseId'], license);
  });

  it('end with the deregistration of the license', async () => {
    const license = await grant('new', bath);
    assert.equal((await list()).length, 2);
    await grant('deregister', bath, license);
    assert.equal((await list()).length, 1);
    const ended = await server.app.models.checks
      .findOne({ tenant: server.app.tenant, licenseId: license })
      .lean();
    assert.deepEqual([ended?.state, ended?.endedBecause], ['ended', 'deregistered']);
    assert.equal(ended?.nextFireAt, undefined);
  });

  it('begin with the grant of a benefit', async () => {
    await publish(aid, (text, path) =>
      path === 'pack.yaml'
        ? `${text}\nchecks:\n  - {key: yearly, kind: reverification, name: {zh-CN: 年度复核, en: Annual re-verification}, every: 1 year, remindBefore: [30 day], onMissed: notify, cite: 本市法律援助办法}\n`
        : text,
    );
    const justice = await officerOf(server, 'sfj', ['approver', 'head']);
    const caseNo = await accepted(aid, 'new', person);
    const outcomes = { review: 'pass', decide: 'grant' };
    for (const [step, outcome] of Object.entries(outcomes))
      await walkStep(server, justice, { packCode: aid, caseNo, step, outcome });
    const [check] = (await justice.get('/checks'))['items'] as Json[];
    assert.deepEqual([check?.['kind'], check?.['licenseNo']], ['reverification', null]);
    assert.equal(check?.['dueDay'], '2027-11-16');
  });

  let windowed: Json = {};

  it('with a yearly window are not recorded before it opens', async () => {
    await publish(
      place,
      (text, path) =>
        path === 'pack.yaml'
          ? text.replace(
              'every: 2 year\n    remindBefore: [60 day, 30 day]\n    onMissed: finding',
              'every: 1 year\n    window: {from: 03-01, to: 06-30}\n    form: forms/review-check.json\n    result: {field: /result, passed: [pass, basic]}\n    onMissed: suspend',
            )
          : text,
      { 'forms/review-check.json': JSON.stringify(reviewForm) },
    );
    await grant('new', bath);
    windowed = (await list()).find((entry) => entry['opensDay'] !== null) ?? {};
    assert.deepEqual([windowed['opensDay'], windowed['dueDay']], ['2027-03-01', '2027-06-30']);
    const formData = { result: 'pass', opinion: '合格' };
    await assert.rejects(record(officer, pathOf(windowed), { day: '2026-11-16', formData }), {
      code: 'checkNotOpenYet',
    });
  });

  it('missed, suspend the license where the pack says so; made up for, they put it into force again', async () => {
    time.set('2027-07-01T09:00:00+08:00');
    await signInAll();
    await sweepAll();
    const lost = String(windowed['licenseId']);
    assert.equal(await stateOf(lost), 'suspended');
    const license = await grant('reissue', bath, lost);
    assert.equal(await stateOf(license), 'suspended', 'a new copy lifts nothing');
    assert.equal((await officer.get(pathOf(windowed)))['light'], 'red');
    // the next window comes round all the same
    const ahead = (await list()).filter((entry) => entry['opensDay'] !== null);
    assert.deepEqual(
      ahead.map((entry) => entry['dueDay']),
      ['2027-06-30', '2028-06-30'],
    );
    await assert.rejects(
      record(officer, pathOf(windowed), { day: '2027-07-01', formData: { result: 'basic' } }),
      { code: 'formInvalid' },
    );
    const view = await record(officer, pathOf(windowed), {
      day: '2027-07-01',
      formData: { result: 'basic', opinion: '已整改' },
    });
    assert.equal(view['state'], 'passed');
    const [made] = view['records'] as Json[];
    assert.deepEqual([made?.['result'], made?.['late'], made?.['opinion']], ['passed', true, '已整改']);
    assert.equal(await stateOf(license), 'issued');
    assert.equal((await list()).filter((entry) => entry['opensDay'] !== null).length, 1);
    assert.deepEqual(
      told.map(({ packCode, checkKey, state }) => [packCode, checkKey, state]),
      [
        [place, 'twoYearReview', 'missed'],
        [place, 'twoYearReview', 'passed'],
      ],
    );
    const logOf = async (licenseId: string) =>
      (await server.app.models.licenseLog.find({ licenseId }).sort({ at: 1, _id: 1 }).lean()).map(
        ({ type }) => type,
      );
    assert.deepEqual(await logOf(lost), ['issued', 'checkMissed', 'suspended', 'superseded']);
    assert.deepEqual(await logOf(license), ['issued', 'checkPassed', 'resumed']);
    await assert.rejects(
      record(officer, pathOf(windowed), { day: '2027-07-01', formData: { result: 'pass', opinion: '再次' } }),
      { code: 'checkClosed' },
    );
  });

  it('are reminded of once each, in order, also after downtime and by two servers', async () => {
    time.set('2028-10-20T09:00:00+08:00');
    await signInAll();
    await sweepAll();
    const check = await reviewed();
    const events = await eventsOf(check, 'checkReminded');
    assert.deepEqual(
      events.map(({ details }) => [details['before'], details['dueAt'], details['firedAt']]),
      [
        ['60 day', '2028-09-03T01:00:00.000Z', '2028-10-20T01:00:00.000Z'],
        ['30 day', '2028-10-03T01:00:00.000Z', '2028-10-20T01:00:00.000Z'],
      ],
    );
    const alerts = await server.app.models.alerts.find({ caseId: String(check['caseId']) }).lean();
    assert.equal(alerts.filter(({ stepKey }) => stepKey.startsWith('checkReminder')).length, 2);
    assert.deepEqual(
      (await list('?light=yellow')).map((entry) => entry['id']),
      [check['id']],
    );
    assert.deepEqual(await officer.get('/checks/counts'), { red: 1, yellow: 1 });
  });

  it('are missed the minute after, once, with a finding where the pack says so', async () => {
    time.set('2028-11-02T18:00:00+08:00');
    await sweepAll();
    assert.equal((await reviewed())['state'], 'due', 'the last minute still counts');
    time.set('2028-11-02T18:01:00+08:00');
    await sweepAll();
    const check = await reviewed();
    assert.deepEqual([check['state'], check['light']], ['missed', 'red']);
    assert.equal((await eventsOf(check, 'checkMissed')).length, 1);
    assert.equal(await stateOf(String(check['licenseId'])), 'issued');
    const found = (await findings()).filter((entry) => entry['caseId'] === check['caseId']);
    assert.deepEqual(
      found.map((entry) => [entry['kind'], entry['state']]),
      [['checkMissed', 'open']],
    );
  });

  it('failed, are a finding and stay due; passed, are on the license for everybody to see', async () => {
    time.set('2028-11-10T10:00:00+08:00');
    await signInAll();
    const check = await reviewed();
    const path = pathOf(check);
    await assert.rejects(record(officer, path, { day: '2028-11-11', result: 'passed', opinion: '合格' }), {
      code: 'checkDayInvalid',
    });
    await assert.rejects(record(officer, path, { day: '2028-11-09', opinion: '合格' }), {
      code: 'invalidRequest',
    });
    await record(officer, path, { day: '2028-11-09', result: 'failed', opinion: '通风系统不合格' });
    assert.equal((await reviewed())['state'], 'missed');
    const report = {
      day: '2028-11-10',
      result: 'passed',
      opinion: '复查合格',
      documentNo: '卫监〔2028〕7号',
    };
    const answers = await Promise.all(
      [1, 2].map(() => officer.post(`${path}/records`, report, { key: 'the-same-record' })),
    );
    assert.deepEqual(answers[0], answers[1], 'recorded once however often it is sent');
    const own = (await findings()).filter((entry) => entry['caseId'] === check['caseId']);
    assert.deepEqual(own.map((entry) => [entry['kind'], entry['state']]).sort(), [
      ['checkFailed', 'closed'],
      ['checkMissed', 'closed'],
    ]);
    const license = await officer.get(`/licenses/${String(check['licenseId'])}?useCause=核对`);
    const [history] = license['checks'] as Json[];
    assert.deepEqual(
      ((history?.['records'] ?? []) as Json[]).map((entry) => [entry['day'], entry['result'], entry['late']]),
      [
        ['2028-11-09', 'failed', true],
        ['2028-11-10', 'passed', true],
      ],
    );
    const seen = await clerk.get(`/public/licenses/${String(license['identifier'])}`);
    // The next one would be due after the license has expired: its renewal is a check itself.
    assert.deepEqual(seen['checks'], [
      {
        name: { 'zh-CN': '每两年复核', en: 'Review every two years' },
        last: { day: '2028-11-10', result: 'passed' },
        nextDueDay: null,
        missed: false,
      },
    ]);
    assert.equal(JSON.stringify(seen).includes('通风'), false, 'opinions are not public');
  });

  async function signInAll(): Promise<void> {
    clerk = await signIn(server.base, 'clerk');
    supervisor = await signIn(server.base, 'supervisor');
    officer = await officerOf(server, 'wjw', ['approver', 'head']);
    stranger = await officerOf(server, 'scjg', ['approver', 'head']);
  }

  async function sweepAll(): Promise<void> {
    await Promise.all([server, second, server, second].map(({ app }) => sweepChecks(app)));
    await sweepChecks(server.app);
  }

  async function list(query = ''): Promise<Json[]> {
    return (await officer.get(`/checks${query}`))['items'] as Json[];
  }

  /** The two-year review of the hotel. */
  async function reviewed(): Promise<Json> {
    const found = (await list()).find((entry) => entry['opensDay'] === null);
    assert.ok(found);
    return found;
  }

  async function findings(): Promise<Json[]> {
    const { items } = await supervisor.get('/supervision/findings?limit=200');
    // Its cases are decided at once in this spec's time, and its clocks long past: supervision finds more.
    return (items as Json[]).filter(({ kind }) => String(kind).startsWith('check'));
  }

  function eventsOf(check: Json, type: string) {
    return server.app.models.events
      .find({ caseId: String(check['caseId']), type })
      .sort({ seq: 1 })
      .lean();
  }

  async function stateOf(license: string): Promise<unknown> {
    const stored = await server.app.models.licenses.findOne({ _id: license }).lean();
    return (await clerk.get(`/public/licenses/${String(stored?.identifier)}`))['state'];
  }

  async function accepted(
    packCode: string,
    operation: string,
    applicant: Json,
    licenseId?: string,
  ): Promise<string> {
    const draft = await draftOf(server, clerk, {
      packCode,
      operation,
      applicant,
      ...(licenseId === undefined ? {} : { licenseId }),
    });
    const id = String(draft['id']);
    await clerk.post(`/cases/${id}/receive`);
    return String((await clerk.post(`/cases/${id}/accept`))['caseNo']);
  }

  /** Takes an operation on the hygiene license to its grant; the id of the license that comes of it. */
  async function grant(operation: string, applicant: Json, licenseId?: string): Promise<string> {
    const caseNo = await accepted(place, operation, applicant, licenseId);
    const steps = operation === 'new' ? ['review', 'inspect', 'decide'] : ['review', 'decide'];
    for (const step of steps)
      await walkStep(server, officer, {
        packCode: place,
        caseNo,
        step,
        outcome: step === 'decide' ? 'grant' : 'pass',
      });
    await reachStep(server, clerk, caseNo, 'deliver');
    const [subject] = (await clerk.get(`/cases?caseNo=${caseNo}`))['items'] as Json[];
    const view = await clerk.get(`/cases/${String(subject?.['id'])}`);
    const [license] = view['licenses'] as Json[];
    return String(license?.['id'] ?? '');
  }

  async function publish(
    packCode: string,
    change: (text: string, path: string) => string,
    more: Record<string, string> = {},
  ): Promise<void> {
    const seed = (await listSeedPacks()).find((entry) => entry.packCode === packCode);
    const files = Object.entries({ ...seed?.files, ...more }).map(([path, text]) => ({
      path,
      text: change(text, path),
    }));
    await publishPack({
      app: server.app,
      publisher: { kind: 'system', name: 'spec' },
      packCode,
      files,
      baseVersion: 1,
      note: 'checks',
    });
  }
});

function pathOf(check: Json): string {
  return `/checks/${String(check['id'])}`;
}

function record(client: ApiClient, path: string, report: Json): Promise<Json> {
  return client.post(`${path}/records`, report);
}
