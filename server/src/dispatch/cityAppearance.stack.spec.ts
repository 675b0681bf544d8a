import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import {
  act,
  type DispatchPeople,
  report,
  signInDispatch,
  uploadPhoto,
} from '../../../scripts/journey/dispatch.ts';
import { findTask, signIn } from '../../../scripts/journey/steps.ts';
import { sweepFiles } from '../files/sweepFiles.ts';
import { runTimer } from '../testing/runTimer.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

describe('a case file of city appearance', () => {
  // The timers of a suspension must lie in the engine's own future: nothing here may happen by itself.
  const time = new TestTime('2046-11-05T10:00:00+08:00');
  let server: TestServer;
  let people: DispatchPeople;

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['grid-city-appearance'] });
    people = await signInDispatch(server.base);
  });
  after(() => server.close());

  const at = (text: string) => time.set(`2046-11-${text}:00+08:00`);

  async function refusal(call: Promise<unknown>): Promise<ApiProblem> {
    const error = await call.then(() => undefined).catch((reason: unknown) => reason);
    assert.ok(error instanceof ApiProblem, `expected a problem, got ${String(error)}`);
    return error;
  }

  /** State, due (Shanghai) and light of the latest clock of a kind. */
  async function clock(caseId: string, kind: string): Promise<string> {
    const clocks = (await people.chief.get(`/cases/${caseId}/clocks`))['items'] as Json[];
    const last = clocks.filter((entry) => entry['kind'] === kind).at(-1);
    if (last === undefined) return 'none';
    const due = new Date(new Date(String(last['dueAt'])).getTime() + 8 * 3_600_000);
    return `${last['state']} ${due.toISOString().slice(5, 16)} ${last['light']}`;
  }

  const file = (caseId: string) => people.chief.get(`/dispatch/cases/${caseId}`);

  /** A report of the grid worker, opened and dispatched at 10:00 on the 5th. */
  async function dispatched(change: Json = {}): Promise<{ id: string; caseNo: string }> {
    at('05T10:00');
    const made = await people.grid.post('/dispatch/reports', report(change));
    const caseNo = String(made['caseNo']);
    await act(people.chief, caseNo, 'open', { result: 'open' });
    await act(people.dispatcher, caseNo, 'assign', { assignTo: 'byRule' }, { outcome: 'assign' });
    return { id: String(made['id']), caseNo };
  }

  const done = { result: 'done', feedback: '已清运并冲洗地面' };

  it('goes from the grid worker’s report with a photograph to its end, on time, and is evaluated', async () => {
    at('05T10:00');
    const photo = await uploadPhoto(people.grid, '/dispatch/photos?packCode=grid-city-appearance', 'first');
    const made = await people.grid.post('/dispatch/reports', report({ photoIds: [photo['id']] }));
    const [id, caseNo] = [String(made['id']), String(made['caseNo'])];
    assert.match(caseNo, /^\d{21}$/);
    assert.deepEqual([made['merged'], made['reports']], [false, 1]);
    await findTask(people.chief, caseNo, 'open');
    assert.equal((await file(id))['stage'], 'establish');
    const view = await people.chief.get(`/cases/${id}`);
    const [material] = view['materials'] as { files: Json[] }[];
    assert.equal(material?.files[0]?.['id'], photo['id']);
    const { bytes } = await people.chief.download(`/cases/${id}/files/${String(photo['id'])}/content`);
    assert.ok(bytes.length > 0);

    await act(people.chief, caseNo, 'open', { result: 'open' });
    at('05T10:20');
    await act(people.dispatcher, caseNo, 'assign', { assignTo: 'byRule' }, { outcome: 'assign' });
    assert.equal(await clock(id, 'response'), 'running 11-05T12:20 green');
    assert.equal(await clock(id, 'disposal'), 'running 11-06T10:20 green');
    at('05T11:00');
    await act(people.town, caseNo, 'answer', { result: 'take' });
    assert.equal(await clock(id, 'response'), 'stopped 11-05T12:20 doneOnTime');
    at('06T09:00');
    await act(people.town, caseNo, 'handle', done, { photos: true });
    assert.equal(await clock(id, 'disposal'), 'stopped 11-06T10:20 doneOnTime');
    await act(people.grid, caseNo, 'verify', { result: 'pass' }, { photos: true });
    await act(people.chief, caseNo, 'close', { result: 'close' });
    const end = await file(id);
    assert.deepEqual(
      [end['state'], end['end'], end['stage'], (end['unit'] as Json)['id']],
      ['closed', 'closed', 'evaluate', 't005'],
    );
    assert.deepEqual(end['evaluation'], {
      rounds: 1,
      responseOnTime: true,
      disposalOnTime: true,
      measures: {},
    });
    const subject = await server.app.models.cases.findOne({ _id: id }).lean();
    assert.equal(subject?.engine.state, 'ended');
  });

  it('of a citizen is accepted, verified on site and opened; who reported stays hidden from the grid', async () => {
    at('05T10:00');
    const reporter = { name: '刘市民', phone: '13800001234' };
    const made = await people.operator.post(
      '/dispatch/reports',
      report({
        source: 'hotline',
        reporter,
        formData: { subcategory: 'streetVending', description: '游商占道' },
      }),
    );
    const [id, caseNo] = [String(made['id']), String(made['caseNo'])];
    await act(people.operator, caseNo, 'accept', { result: 'verify', subcategory: 'illegalPosting' });
    await act(
      people.grid,
      caseNo,
      'check',
      { finding: 'real', situation: '墙面贴有小广告' },
      { outcome: 'checked' },
    );
    await act(people.chief, caseNo, 'open', { result: 'open' });
    await act(people.dispatcher, caseNo, 'assign', { assignTo: 'byRule' }, { outcome: 'assign' });
    await findTask(people.patrol, caseNo, 'answer');
    const names = async (client: typeof people.operator) => {
      const view = await client.get(`/dispatch/cases/${id}`);
      return (view['reportList'] as { reporter: Json }[]).map((entry) => entry.reporter);
    };
    assert.deepEqual(await names(people.operator), [reporter]);
    assert.deepEqual(await names(people.patrol), [reporter], 'the unit must be able to ask');
    assert.deepEqual(await names(people.grid), [{ name: '刘**', phone: '' }]);
    assert.equal(((await file(id))['category'] as Json)['zh-CN'], '街面秩序 / 非法小广告', 'as corrected');
    const stored = await server.app.models.reports.findOne({ caseId: id }).lean();
    assert.ok(!JSON.stringify(stored).includes('13800001234'));
    const instance = (await server.app.models.cases.findOne({ _id: id }).lean())?.engine.processInstanceId;
    const variables = await server.app.engine.listHistoricVariables({ processInstanceId: instance ?? '' });
    for (const secret of ['刘市民', '13800001234', '游商占道', '小广告'])
      assert.ok(!JSON.stringify(variables).includes(secret), secret);
  });

  it('that is clear goes from acceptance to opening at once, and may be void with a reason', async () => {
    at('05T10:00');
    const made = await people.operator.post('/dispatch/reports', report({ source: 'app' }));
    const [id, caseNo] = [String(made['id']), String(made['caseNo'])];
    await act(people.operator, caseNo, 'accept', { result: 'open', subcategory: 'exposedRubbish' });
    const without = await refusal(act(people.chief, caseNo, 'open', { result: 'void' }));
    assert.equal(without.code, 'formInvalid');
    await act(people.chief, caseNo, 'open', { result: 'void', voidReason: '位于邻区，已电话告知' });
    const end = await file(id);
    assert.deepEqual(
      [end['end'], end['state'], end['voidReason'], await clock(id, 'disposal')],
      ['void', 'closed', '位于邻区，已电话告知', 'none'],
    );
  });

  it('found twice at one place is shown, merged as a further report, or made anew with a reason', async () => {
    at('05T10:00');
    const position = { longitude: 116.3381, latitude: 39.7271 };
    const place = { town: 't005', village: 'v005901', text: '清源路口', position };
    const first = await people.grid.post('/dispatch/reports', report({ place }));
    // 11 metres further north, other words
    const near = { ...place, text: '清源路口北侧', position: { ...position, latitude: 39.7272 } };
    const { town, village, text } = near;
    const found = (
      await people.operator.get(
        `/dispatch/duplicates?packCode=grid-city-appearance&category=exposedRubbish&town=${town}&village=${village}&text=${encodeURIComponent(text)}&longitude=116.3381&latitude=39.7272`,
      )
    )['items'] as Json[];
    assert.deepEqual(
      found.map((entry) => [entry['id'], entry['metres']]),
      [[first['id'], 11]],
    );
    const second = report({ source: 'hotline', place: near });
    const undecided = await refusal(people.operator.post('/dispatch/reports', second));
    assert.equal(undecided.code, 'duplicateReport');
    assert.equal((undecided.problem['duplicates'] as Json[])[0]?.['caseNo'], first['caseNo']);
    const photo = await uploadPhoto(
      people.operator,
      '/dispatch/photos?packCode=grid-city-appearance',
      'twice',
    );
    const merged = await people.operator.post('/dispatch/reports', {
      ...second,
      photoIds: [photo['id']],
      reporter: { name: '何市民' },
      duplicate: { mergeInto: first['id'] },
    });
    assert.deepEqual([merged['merged'], merged['id'], merged['reports']], [true, first['id'], 2]);
    const anew = await people.operator.post('/dispatch/reports', {
      ...second,
      duplicate: { reason: '是另一处垃圾' },
    });
    assert.notEqual(anew['id'], first['id']);
    assert.equal(anew['duplicateReason'], '是另一处垃圾');
    // another kind, or 60 metres off, is no duplicate
    const other = report({ place, formData: { subcategory: 'dirtyRoad', description: '路面积水' } });
    assert.equal((await people.grid.post('/dispatch/reports', other))['merged'], false);
    const far = report({ place: { ...near, position: { ...position, latitude: 39.7277 } } });
    assert.equal((await people.grid.post('/dispatch/reports', far))['merged'], false);
    const foreign = await refusal(
      people.operator.post('/dispatch/reports', { ...second, duplicate: { mergeInto: 'nothing' } }),
    );
    assert.equal(foreign.status, 404);
  });

  it('reported by several people at the same moment is one case file; the others are told of it', async () => {
    at('05T10:00');
    const places = ['兴华大街北口', '兴丰大街南口', '黄村西大街东口'];
    for (const text of places) {
      const place = { town: 't005', village: 'v005901', text };
      const outcomes = await Promise.all(
        [people.grid, people.operator, people.grid, people.operator].map((client, index) =>
          client
            .post('/dispatch/reports', report({ place, source: index % 2 === 0 ? 'gridWorker' : 'hotline' }))
            .catch((problem: ApiProblem) => problem),
        ),
      );
      const made = outcomes.filter((outcome) => !(outcome instanceof ApiProblem)) as Json[];
      const told = outcomes.filter((outcome) => outcome instanceof ApiProblem) as ApiProblem[];
      assert.equal(made.length, 1, `${text}: ${String(told[0]?.code)}`);
      assert.deepEqual(
        told.map(({ code, problem }) => [code, (problem['duplicates'] as Json[])[0]?.['id']]),
        Array.from({ length: 3 }, () => ['duplicateReport', made[0]?.['id']]),
      );
    }
  });

  it('handed in twice under one key is one report', async () => {
    at('05T10:00');
    const body = report();
    const key = 'report-once-0001';
    const first = await people.grid.post('/dispatch/reports', body, { key });
    const again = await people.grid.post('/dispatch/reports', body, { key });
    assert.equal(again['id'], first['id']);
    assert.equal(await server.app.models.reports.countDocuments({ caseId: String(first['id']) }), 1);
  });

  it('is sent back with a reason, counted and in time only; disposal goes on, response is anew', async () => {
    const { id, caseNo } = await dispatched();
    at('05T11:00');
    await act(people.town, caseNo, 'answer', { result: 'sendBack', reason: '属于城市管理委员会的垃圾楼' });
    assert.deepEqual((await file(id))['counts'], {
      sendBack: 1,
      postpone: 0,
      suspend: 0,
      redo: 0,
      reopen: 0,
    });
    at('05T11:30');
    await act(people.dispatcher, caseNo, 'assign', { assignTo: 'csglw' }, { outcome: 'assign' });
    assert.equal(await clock(id, 'response'), 'running 11-05T13:30 green');
    assert.equal(await clock(id, 'disposal'), 'running 11-06T10:00 green', 'from the first dispatch');
    // 4 working hours from 11:30: half an hour, then from 13:30 → 17:00
    at('05T17:01');
    const late = await refusal(act(people.city, caseNo, 'answer', { result: 'sendBack', reason: '太晚了' }));
    assert.equal(late.code, 'dispatchRefused');
    await act(people.city, caseNo, 'answer', { result: 'take' });
    assert.equal(await clock(id, 'response'), 'stopped 11-05T13:30 doneLate');
    assert.equal(((await file(id))['firstUnit'] as Json)['id'], 'csglw');
  });

  it('may be sent back twice at most', async () => {
    const { caseNo } = await dispatched();
    const back = { result: 'sendBack', reason: '不属于本单位' };
    await act(people.town, caseNo, 'answer', back);
    await act(people.dispatcher, caseNo, 'assign', { assignTo: 'csglw' }, { outcome: 'assign' });
    await act(people.city, caseNo, 'answer', back);
    await act(people.dispatcher, caseNo, 'assign', { assignTo: 'cgzf' }, { outcome: 'assign' });
    const third = await refusal(act(people.patrol, caseNo, 'answer', back));
    assert.equal(third.code, 'dispatchRefused');
    assert.match(third.message, /最多 2 次/);
  });

  it('gets more time when the chief of the shift agrees, in the unit of its clock, once', async () => {
    const { id, caseNo } = await dispatched();
    await act(people.town, caseNo, 'answer', { result: 'take' });
    const ask = { result: 'postpone', hours: 12, postponeReason: '需要调用吊装设备' };
    at('06T09:00');
    assert.equal(
      (await refusal(act(people.town, caseNo, 'handle', { ...ask, hours: 49 }))).code,
      'formInvalid',
    );
    await act(people.town, caseNo, 'handle', ask);
    // decided after the clock was due: what counts is when it was asked for
    at('06T10:30');
    assert.equal(await clock(id, 'disposal'), 'running 11-06T10:00 red');
    await act(people.chief, caseNo, 'decidePostpone', { result: 'agree', hours: 10 });
    assert.equal(await clock(id, 'disposal'), 'running 11-06T20:00 green');
    const twice = await refusal(act(people.town, caseNo, 'handle', ask));
    assert.equal(twice.code, 'dispatchRefused');
    await act(people.town, caseNo, 'handle', done, { photos: true });
    assert.equal(await clock(id, 'disposal'), 'stopped 11-06T20:00 doneOnTime');
  });

  it('is refused more time, and cannot ask once it is late', async () => {
    const { id, caseNo } = await dispatched();
    await act(people.town, caseNo, 'answer', { result: 'take' });
    const ask = { result: 'postpone', hours: 12, postponeReason: '人手不足' };
    await act(people.town, caseNo, 'handle', ask);
    await act(people.chief, caseNo, 'decidePostpone', { result: 'decline', opinion: '理由不成立' });
    assert.equal(await clock(id, 'disposal'), 'running 11-06T10:00 green');
    at('06T10:01');
    assert.equal((await refusal(act(people.town, caseNo, 'handle', ask))).code, 'dispatchRefused');
  });

  it('is suspended: the clock stands until it is resumed, and the review comes on its day', async () => {
    const { id, caseNo } = await dispatched();
    await act(people.town, caseNo, 'answer', { result: 'take' });
    at('05T12:00');
    const ask = { result: 'suspend', reviewOn: '2046-11-12', suspendReason: '地下管线施工围挡' };
    await act(people.town, caseNo, 'handle', ask);
    await act(people.chief, caseNo, 'decideSuspend', { result: 'decline' });
    await act(people.town, caseNo, 'handle', ask);
    const tooFar = await refusal(
      act(people.chief, caseNo, 'decideSuspend', { result: 'agree', reviewOn: '2047-11-12' }),
    );
    assert.equal(tooFar.code, 'dispatchRefused');
    await act(people.chief, caseNo, 'decideSuspend', { result: 'agree', reviewOn: '2046-11-12' });
    assert.match(await clock(id, 'disposal'), /^paused .* paused$/);
    assert.equal((await file(id))['suspendedUntil'], '2046-11-12');
    const waiting = await findTask(people.town, caseNo, 'wait');
    assert.equal(waiting['light'], 'paused');
    at('12T18:00');
    await runTimer(server, id);
    await act(people.chief, caseNo, 'reviewSuspension', {
      result: 'prolong',
      reviewOn: '2046-11-20',
      prolongReason: '围挡尚未拆除',
    });
    assert.equal((await file(id))['suspendedUntil'], '2046-11-20');
    at('13T12:00');
    await act(people.town, caseNo, 'wait', { resumeReason: '围挡提前拆除' }, { outcome: 'resume' });
    // 2 of 24 hours were used before the pause; 8 days later 22 are left
    assert.equal(await clock(id, 'disposal'), 'running 11-14T10:00 green');
    assert.deepEqual((await file(id))['counts'], {
      sendBack: 0,
      postpone: 0,
      suspend: 1,
      redo: 0,
      reopen: 0,
    });
    const clocks = (await people.chief.get(`/cases/${id}/clocks`))['items'] as Json[];
    const disposal = clocks.find((entry) => entry['kind'] === 'disposal');
    const explained = await people.chief.get(`/clocks/${String(disposal?.['id'])}/explain`);
    assert.match(String(explained['textZh']), /地下管线施工围挡/, 'the arithmetic says why it stood');
    at('13T13:00');
    await act(people.town, caseNo, 'handle', { ...ask, reviewOn: '2046-11-20' });
    await act(people.chief, caseNo, 'decideSuspend', { result: 'agree', reviewOn: '2046-11-20' });
    at('20T18:00');
    await runTimer(server, id);
    await act(people.chief, caseNo, 'reviewSuspension', { result: 'resume' });
    assert.equal(await clock(id, 'disposal'), 'running 11-21T15:00 green');
    await act(people.town, caseNo, 'handle', done, { photos: true });
  });

  it('is redone: every round is counted, its clock anew; too many are a finding', async () => {
    const { id, caseNo } = await dispatched();
    await act(people.town, caseNo, 'answer', { result: 'take' });
    for (const [round, hour] of [11, 12, 13].entries()) {
      at(`05T${hour}:00`);
      await act(people.town, caseNo, 'handle', done, { photos: true });
      await act(people.grid, caseNo, 'verify', { result: 'redo', reason: '仍有残留' }, { photos: true });
      assert.equal(await clock(id, 'disposal'), `running 11-06T${hour}:00 green`);
      assert.equal((await file(id))['round'], round + 2);
    }
    const findings = await server.app.models.findings.find({ caseId: id, kind: 'roundsExceeded' }).lean();
    assert.deepEqual(
      findings.map((entry) => [entry.details['round'], entry.departmentId]),
      [[4, 't005']],
    );
    at('06T14:00');
    await act(people.town, caseNo, 'handle', done, { photos: true });
    await act(people.grid, caseNo, 'verify', { result: 'pass' }, { photos: true });
    await act(people.chief, caseNo, 'close', { result: 'again' });
    await act(people.grid, caseNo, 'verify', { result: 'pass' }, { photos: true });
    await act(people.chief, caseNo, 'close', { result: 'close' });
    const { evaluation, counts } = (await file(id)) as { evaluation: Json; counts: Json };
    assert.deepEqual([evaluation['rounds'], evaluation['disposalOnTime'], counts['redo']], [4, false, 3]);
  });

  it('belongs to those who deal with it: foreign departments find nothing', async () => {
    const { id, caseNo } = await dispatched();
    const task = await findTask(people.town, caseNo, 'answer');
    for (const client of [people.patrol, people.city, await signIn(server.base, 'approver')]) {
      for (const path of [`/dispatch/cases/${id}`, `/cases/${id}`, `/tasks/${String(task['id'])}`])
        assert.equal((await refusal(client.get(path))).status, 404, path);
      assert.equal((await refusal(client.post(`/tasks/${String(task['id'])}/claim`))).status, 404);
    }
    for (const client of [people.operator, people.dispatcher, people.grid, people.town])
      assert.equal((await client.get(`/dispatch/cases/${id}`))['caseNo'], caseNo);
    const mine = (await people.patrol.get('/dispatch/cases?limit=200'))['items'] as Json[];
    assert.ok(mine.every((entry) => entry['caseNo'] !== caseNo));
    const source = await refusal(people.grid.post('/dispatch/reports', report({ source: 'hotline' })));
    assert.equal(source.code, 'sourceRefused');
    const place = { town: 't001', village: 'v005901', text: '不在此街道' };
    assert.equal(
      (await refusal(people.grid.post('/dispatch/reports', report({ place })))).code,
      'areaUnknown',
    );
  });

  it('leaves nothing of photographs that no report took, and nobody else can take them', async () => {
    at('05T10:00');
    const upload = (client: typeof people.grid, seed: string) =>
      uploadPhoto(client, '/dispatch/photos?packCode=grid-city-appearance', seed);
    const [left, foreign, kept] = [
      await upload(people.grid, 'left'),
      await upload(people.operator, 'foreign'),
      await upload(people.grid, 'kept'),
    ];
    const stolen = await refusal(
      people.grid.post('/dispatch/reports', report({ photoIds: [foreign['id']] })),
    );
    assert.equal(stolen.code, 'reportPhotoUnknown');
    const made = await people.grid.post('/dispatch/reports', report({ photoIds: [kept['id']] }));
    time.set('2046-11-07T10:00:00+08:00');
    await sweepFiles(server.app);
    time.set('2046-11-09T10:00:00+08:00');
    await sweepFiles(server.app);
    assert.equal(await server.app.models.reportPhotos.countDocuments({ _id: String(left['id']) }), 0);
    const path = `/cases/${String(made['id'])}/files/${String(kept['id'])}/content`;
    assert.ok((await people.grid.download(path)).bytes.length > 0);
  });
});
