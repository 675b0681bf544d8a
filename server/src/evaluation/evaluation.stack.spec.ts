import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { certificatesOfPem, verifyPdf } from '@onewindow/signing';
import { readSheet } from 'read-excel-file/node';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { draftFoodLicense, signIn } from '../../../scripts/journey/steps.ts';
import type { DocumentContent } from '../documents/composeContent.ts';
import { officerOf } from '../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { MonthWriter } from './evaluation.fixture.ts';

interface Item {
  subjectId: string;
  score: number | null;
  rank: number | null;
  rankedOf: number;
  unranked: string | null;
  before: { score: number; rank: number | null } | null;
  points: Record<string, number | null>;
}

describe('evaluation of departments, officers and grid workers', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let month: MonthWriter;
  let admin: ApiClient;
  let supervisor: ApiClient;
  let head: ApiClient;
  let approver: ApiClient;
  let civil: ApiClient;
  let approverId = '';
  let lateCase = '';

  before(async () => {
    server = await startTestServer({ time, workers: false, packs: ['scjg-food'] });
    const clerk = await signIn(server.base, 'clerk');
    admin = await signIn(server.base, 'admin');
    supervisor = await signIn(server.base, 'supervisor');
    head = await signIn(server.base, 'head');
    approver = await signIn(server.base, 'approver');
    civil = await signIn(server.base, 'civil');
    const caseId = String((await draftFoodLicense(clerk))['id']);
    await clerk.post(`/cases/${caseId}/receive`);
    month = await MonthWriter.of(server, caseId);
    approverId = await month.idOf('approver');
    await writeMonth(caseId);
  });
  after(() => server.close());

  /** November as it is reckoned by hand below. */
  async function writeMonth(caseId: string): Promise<void> {
    const by = 'approver';
    const first = await month.decided({ caseNo: 'C1', by, day: 5, onTime: true, workdays: 3, lists: 1 });
    const second = await month.decided({ caseNo: 'C2', by, day: 6, onTime: true, workdays: 4 });
    await month.decided({ caseNo: 'C3', by, day: 9, onTime: true, workdays: 5 });
    await month.decided({ caseNo: 'C4', by, day: 10, onTime: true, workdays: 6 });
    lateCase = await month.decided({ caseNo: 'C5', by, day: 13, onTime: false, workdays: 9 });
    const more = { day: 16, onTime: false, workdays: 10, lists: 2 };
    await month.decided({ caseNo: 'C6', by: 'head', ...more });
    // What is not of November counts nowhere.
    await month.decided({ caseNo: 'C0', by, day: 30, onTime: false });
    await server.app.models.cases.updateOne(
      { tenant: server.app.tenant, caseNo: 'C0' },
      { $set: { 'decision.at': new Date('2026-12-01T00:00:00+08:00') } },
    );
    for (let at = 1; at <= 5; at += 1)
      await month.decided({ caseNo: `M${at}`, departmentId: 'mzj', by: 'civil', day: at + 2, onTime: true });
    await month.decided({ caseNo: 'W1', departmentId: 'wjw', by: 'health', day: 4, onTime: false });
    for (let at = 1; at <= 5; at += 1)
      await month.finished({ by, caseNo: `C${at}`, day: at + 3, late: at === 5 });
    await month.rating({ caseId: first, caseNo: 'C1', grade: 5, day: 6 });
    await month.rating({ caseId: second, caseNo: 'C2', grade: 4, day: 9 });
    await month.rating({ caseId: lateCase, caseNo: 'C5', grade: 1, day: 16, answered: 18 });

    const findingId = await month.finding({ caseId, caseNo: 'F', by, day: 3 });
    // One of the department that rests on what the window did: it counts for that officer, not for the approver.
    const ofWindow = await month.finding({ caseId: lateCase, caseNo: 'C5', by: 'clerk', day: 13 });
    for (const id of [findingId, ofWindow])
      await supervisor.post(`/supervision/findings/${id}/close`, { result: 'valid', text: '情况属实' });
    const order = (more: Json) =>
      supervisor.post('/supervision/urges', { kind: 'order', message: '请说明。', ...more });
    const { id } = await order({ caseId, department: 'scjg', replyDueDay: '2026-11-06' });
    time.set('2026-11-09T10:00:00+08:00');
    const again = await order({ follows: id, replyDueDay: '2026-11-11' });
    await approver.post(`/supervision/urges/${String(again['id'])}/reply`, { text: '已整改。' });
    const card = { colour: 'yellow', reason: '第一次督办未答复' };
    await supervisor.post(`/supervision/urges/${String(again['id'])}/cards`, card);

    for (let at = 1; at <= 5; at += 1)
      await month.finished({ by: 'grid', caseNo: `G${at}`, day: at + 3, late: at === 5, role: 'gridWorker' });
    await month.file({ caseNo: 'G1', by: 'grid', day: 10, reopened: 0 });
    await month.file({ caseNo: 'G2', by: 'grid', day: 11, reopened: 1 });
    await month.report({ caseId: 'G3', by: 'grid', day: 12 });
  }

  const results = async (client: ApiClient, kind: string, query = '', period = '2026-11') => {
    const view = await client.get(`/evaluation/${kind}/periods/${period}${query}`);
    return { view, items: view['items'] as Item[] };
  };
  const nameOf = (view: Json, id: string) =>
    (view['items'] as Json[]).find(({ subjectId }) => subjectId === id)?.['name'];
  const lineOf = (items: Item[], id: string) => items.find(({ subjectId }) => subjectId === id);

  it('goes by weights and lines that an administrator sets with a reason, and the trail stays', async () => {
    const schemes = (await supervisor.get('/evaluation/schemes'))['items'] as Json[];
    const [scheme] = schemes;
    assert.ok(scheme);
    assert.equal(scheme['version'], '1.0');
    const indicators = Object.fromEntries(
      (scheme['indicators'] as { id: string; weight: number; parameters: Json[] }[]).map((one) => [
        one.id,
        {
          weight: one.weight,
          parameters: Object.fromEntries(one.parameters.map(({ key, value }) => [key, value])),
        },
      ]),
    ) as Record<string, { weight: number; parameters: Record<string, number> }>;
    const put = (change: Json, client = admin) =>
      client.put('/evaluation/schemes/department', {
        ...{ seen: 0, minimum: 5, indicators, reason: '按期办结是今年的重点' },
        ...change,
      });
    const onTime = indicators['onTime'] as { weight: number; parameters: Record<string, number> };
    onTime.weight = 30;
    await assert.rejects(put({}), { code: 'weightsNot100' });
    (indicators['dispatchOnTime'] as { weight: number }).weight = 0;
    onTime.parameters['zero'] = 100;
    await assert.rejects(put({}), { code: 'thresholdOutside' });
    onTime.parameters = { zero: 60, full: 50 };
    await assert.rejects(put({}), { code: 'linesCrossed' });
    onTime.parameters = { zero: 50, full: 100 };
    await assert.rejects(put({ indicators: { onTime } }), { code: 'notFound' });
    await assert.rejects(put({ reason: '' }), { code: 'invalidRequest' });
    await assert.rejects(put({}, supervisor), { code: 'forbidden' });
    const changed = await put({});
    assert.equal(changed['version'], '1.1');
    await assert.rejects(put({}), { code: 'versionConflict' });
    const [trail] = changed['changes'] as { by: string; reason: string; lines: Json[] }[];
    assert.equal(trail?.reason, '按期办结是今年的重点');
    assert.deepEqual(
      trail.lines.map(({ from, to }) => [from, to]),
      [
        [25, 30],
        [80, 50],
        [5, 0],
      ],
    );
  });

  it('says how a month stands before it is over, without a rank, and is not published then', async () => {
    const { view, items } = await results(supervisor, 'department');
    assert.equal(view['published'], null);
    assert.equal(lineOf(items, 'scjg')?.unranked, 'notClosed');
    await assert.rejects(supervisor.post('/evaluation/department/periods/2026-11/publication'), {
      code: 'periodOpen',
    });
  });

  it('is what can be reckoned by hand, published once with its version and a hash', async () => {
    time.set('2026-12-01T09:00:00+08:00');
    const path = '/evaluation/department/periods/2026-11/publication';
    const town = await officerOf(server, 't005', ['supervisor']);
    await assert.rejects(town.post(path), { code: 'forbidden' });
    await assert.rejects(head.post(path), { code: 'forbidden' });
    const view = await supervisor.post(path);
    await assert.rejects(supervisor.post(path), { code: 'periodClosed' });
    const published = view['published'] as Json;
    assert.deepEqual(
      [published['revision'], published['intact'], view['schemeVersion'], view['asOf']],
      [1, true, '1.1', '2026-12-01T01:00:00.000Z'],
    );
    const items = view['items'] as Item[];
    // 4 of 6 in time: (66.67 − 50) ÷ 50; 37 of 48 days: (77.08 − 110) ÷ (60 − 110); two warnings −5 each; one yellow card −20;
    // 1 of 2 orders; 5 of 6 told at once: (83.33 − 80) ÷ 20; 2 of 3 ratings good: below 80; the bad one answered in time.
    const scjg = lineOf(items, 'scjg');
    assert.deepEqual(scjg?.points, {
      onTime: 3334,
      tempo: 6584,
      findings: 9000,
      cards: 8000,
      orders: 0,
      supplements: 1665,
      satisfaction: 0,
      badRatings: 10000,
    });
    // (30 × 33.34 + 10 × 65.84 + 15 × 90 + 10 × 80 + 10 × 0 + 5 × 16.65 + 10 × 0 + 10 × 100) ÷ 100 = 48.9185
    assert.deepEqual([scjg?.score, scjg?.rank, scjg?.rankedOf], [4892, 2, 2]);
    const mzj = lineOf(items, 'mzj');
    assert.deepEqual([mzj?.score, mzj?.rank], [10000, 1]);
    const wjw = lineOf(items, 'wjw');
    assert.deepEqual([wjw?.rank, wjw?.unranked], [null, 'fewFacts']);
    // A quarter is another period, and is not over.
    await assert.rejects(supervisor.post('/evaluation/department/periods/2026-Q4/publication'), {
      code: 'periodOpen',
    });
  });

  it('is sealed as a PDF that says what the page says, and given as Excel and CSV', async () => {
    const { view, items } = await results(supervisor, 'department');
    const [letter] = (view['published'] as { letters: Json[] }).letters;
    assert.match(String(letter?.['number']), /^京兴政数绩〔2026〕1号$/);
    const path = `/evaluation/department/periods/2026-11/letters/${String(letter?.['id'])}/content`;
    const { bytes } = await supervisor.download(path);
    const trustedRoots = certificatesOfPem(server.app.seals.trustedRoots.join('\n'));
    assert.equal((await verifyPdf({ pdf: bytes, trustedRoots, now: time.now() })).verdict, 'trusted');
    const stored = await server.app.models.caseDocuments.findOne({ _id: String(letter?.['id']) }).lean();
    const content = server.app.cipher.open<DocumentContent>(stored?.sealedContent ?? '', stored?._id ?? '');
    const printed = content.data.values as { lines: Json[]; hash: string; indicators: Json[] };
    assert.equal(printed.hash, (view['published'] as Json)['hash']);
    const rows = await readSheet(
      (await supervisor.download('/evaluation/department/periods/2026-11/export')).bytes,
    );
    assert.equal(rows.length, items.length + 1);
    for (const line of items) {
      const score = line.score === null ? '—' : (line.score / 100).toFixed(2);
      const said = printed.lines.find(({ name }) => name === nameOf(view, line.subjectId));
      assert.deepEqual(
        [said?.['score'], said?.['rank']],
        [score, line.rank === null ? '依据不足' : `${line.rank}`],
      );
      const row = rows.find((of) => of[0] === nameOf(view, line.subjectId));
      assert.equal(row?.[5], line.score === null ? null : line.score / 100);
    }
    assert.equal(
      printed.indicators.reduce((sum, { weight }) => sum + Number(weight), 0),
      100,
    );
    const csv = await head.download('/evaluation/department/periods/2026-11/export?format=csv');
    const lines = csv.bytes.toString('utf8').trim().split('\r\n');
    assert.equal(lines.length, 2, 'a head has the own department');
    await assert.rejects(head.download(path), { code: 'forbidden' });
    const town = await officerOf(server, 't005', ['supervisor']);
    await assert.rejects(town.download(path), { code: 'notFound' });
    const ofHead = (await results(head, 'department')).view['published'] as { letters: Json[] };
    assert.deepEqual(ofHead.letters, []);
  });

  it('stays as it was published, whatever is changed or found later', async () => {
    const before = (await results(supervisor, 'department')).items;
    await month.decided({ caseNo: 'C7', by: 'approver', day: 20, onTime: false });
    await server.app.models.cards.updateMany({ tenant: server.app.tenant }, { $set: { stage: 'revoked' } });
    assert.deepEqual((await results(supervisor, 'department')).items, before);
    await server.app.models.cards.updateMany({ tenant: server.app.tenant }, { $set: { stage: 'standing' } });
    await server.app.models.cases.deleteOne({ tenant: server.app.tenant, caseNo: 'C7' });
  });

  it('leads from each figure to its cases, with the arithmetic in both languages', async () => {
    const path = '/evaluation/department/periods/2026-11/subjects/scjg';
    const view = await head.get(path);
    const [onTime] = view['figures'] as { lines: Json[] }[];
    assert.deepEqual(onTime?.lines, [
      { 'zh-CN': '按期办结 4 ÷ 办结办件 6 = 66.67%', en: 'in time 4 ÷ cases decided 6 = 66.67%' },
      {
        'zh-CN': '得分 =（66.67 − 50）÷（100 − 50）× 100 = 33.34（零分线 50，满分线 100）',
        en: 'points = (66.67 − 50) ÷ (100 − 50) × 100 = 33.34 (no marks at 50, full marks at 100)',
      },
    ]);
    assert.match(JSON.stringify(view['total']), /30 × 33\.34 \+ 10 × 65\.84/);
    const facts = await head.get(`${path}/facts/onTime`);
    assert.deepEqual([facts['total'], facts['against']], [6, 2]);
    assert.deepEqual(
      (facts['items'] as Json[]).slice(0, 2).map(({ no, against }) => [no, against]),
      [
        ['C6', true],
        ['C5', true],
      ],
    );
  });

  it('is seen by each as far as it is their business', async () => {
    await supervisor.post('/evaluation/officer/periods/2026-11/publication');
    const seen = async (client: ApiClient, kind: string) =>
      (await results(client, kind)).items.map(({ subjectId }) => subjectId);
    assert.deepEqual(await seen(head, 'department'), ['scjg']);
    assert.deepEqual(await seen(approver, 'department'), [], 'an officer sees not even the own department');
    assert.deepEqual(await seen(approver, 'officer'), [approverId]);
    const own = (await seen(head, 'officer')).sort();
    assert.deepEqual(own, [approverId, await month.idOf('head')].sort());
    assert.equal((await seen(civil, 'officer')).includes(approverId), false);
    const window = lineOf((await results(supervisor, 'officer')).items, await month.idOf('clerk'));
    // (15 × 95 + 10 × 100) ÷ 25, and not ranked: no steps.
    assert.deepEqual([window?.score, window?.unranked], [9700, 'fewFacts']);
    const town = await officerOf(server, 't005', ['supervisor']);
    assert.deepEqual(await seen(town, 'department'), []);
    const of = `/evaluation/officer/periods/2026-11/subjects/${approverId}`;
    for (const client of [civil, town, await officerOf(server, 'scjg', ['approver'])]) {
      await assert.rejects(client.get(of), { code: 'notFound' });
      await assert.rejects(client.get(`${of}/facts/decisionsOnTime`), { code: 'notFound' });
    }
    await assert.rejects(approver.get('/evaluation/department/periods/2026-11/subjects/scjg'), {
      code: 'notFound',
    });
  });

  let appealId = '';

  it('is appealed against by the officer, with a paper, once and in time', async () => {
    const { items } = await results(approver, 'officer');
    // 4 of 5 steps and 4 of 5 decisions: the line of no marks; 27 of 40 days: 85; one warning; no card; no order; 2 of 3 ratings.
    assert.deepEqual(items[0]?.points, {
      stepsOnTime: 0,
      decisionsOnTime: 0,
      tempo: 8500,
      findings: 9500,
      cards: 10000,
      orders: null,
      satisfaction: 0,
    });
    // (10 × 85 + 15 × 95 + 10 × 100) ÷ 90
    assert.equal(items[0]?.score, 3639);
    const path = `/evaluation/officer/periods/2026-11/subjects/${approverId}`;
    const view = await approver.get(path);
    assert.deepEqual([view['mayAppeal'], view['appealUntil']], [true, '2026-12-15']);
    const paper = { name: '说明.pdf', bytes: samplePdf('appeal'), type: 'application/pdf' };
    const upload = (client: ApiClient) =>
      client.upload(`/supervision/records/${String(view['scoreId'])}/files`, paper);
    await assert.rejects(upload(civil), { code: 'notFound' });
    const { id: file } = await upload(approver);
    const appeal = (key: string, client = approver) =>
      client.post(`${path}/appeals`, {
        ...{ indicator: 'decisionsOnTime', key, text: '等待专家评审，时限应当中止。', files: [file] },
      });
    await assert.rejects(appeal(lateCase, head), { code: 'notFound' }, 'not in the officer’s name');
    await assert.rejects(appeal('nothing'), { code: 'factUnknown' });
    const made = await appeal(lateCase);
    appealId = String(made['id']);
    await assert.rejects(appeal(lateCase), { code: 'appealedBefore' });
    assert.deepEqual(
      (made['files'] as Json[]).map(({ name }) => name),
      ['说明.pdf'],
    );
    const clock = await server.app.models.clocks.findOne({ caseId: appealId }).lean();
    assert.equal(clock?.dueDay, '2026-12-15', 'ten working days to answer');
    const lists = async (client: ApiClient) => (await client.get('/evaluation/appeals'))['items'] as Json[];
    assert.deepEqual(
      await Promise.all([supervisor, approver, head, civil].map(async (one) => (await lists(one)).length)),
      [1, 1, 1, 0],
    );
  });

  it('is corrected when the appeal is upheld: the old revision stays, the difference is shown', async () => {
    const path = `/evaluation/appeals/${appealId}`;
    const decide = (client: ApiClient, more: Json = {}) =>
      client.post(`${path}/decision`, {
        uphold: true,
        effect: 'good',
        text: '专家评审期间应当中止。',
        ...more,
      });
    await assert.rejects(decide(head), { code: 'forbidden' });
    await assert.rejects(decide(await officerOf(server, 't005', ['supervisor'])), { code: 'notFound' });
    await assert.rejects(civil.get(path), { code: 'notFound' });
    const upheld = await decide(supervisor);
    await assert.rejects(decide(supervisor), { code: 'stateConflict' });
    // 5 of 5 decisions: + 15 × 100 ÷ 90.
    assert.deepEqual(upheld['differences'], [
      {
        subjectId: approverId,
        name: '孙审批',
        before: { score: 3639, rank: 1 },
        after: { score: 5306, rank: 1 },
      },
    ]);
    assert.deepEqual(
      (upheld['acts'] as Json[]).map(({ type }) => type),
      ['evaluationAppealed', 'evaluationAppealUpheld'],
    );
    const latest = await results(approver, 'officer');
    assert.deepEqual([latest.items[0]?.score, latest.items[0]?.before?.score], [5306, 3639]);
    assert.equal((latest.view['published'] as Json)['intact'], true);
    const [corrected, original] = await Promise.all(
      ['', '?revision=1'].map(async (of) => {
        const { view } = await results(supervisor, 'officer', of);
        const [letter] = (view['published'] as { letters: Json[] }).letters;
        const stored = await server.app.models.caseDocuments.findOne({ _id: String(letter?.['id']) }).lean();
        const open = server.app.cipher.open<DocumentContent>(stored?.sealedContent ?? '', stored?._id ?? '');
        return open.data.values as { hash: string; prevHash: string; adjustments: Json[]; lines: Json[] };
      }),
    );
    assert.equal(corrected?.prevHash, original?.hash);
    assert.deepEqual(corrected?.adjustments, [
      { name: '孙审批', indicator: '按期决定率', no: 'C5', effect: '按达标计' },
    ]);
    assert.equal(corrected?.lines.find(({ name }) => name === '孙审批')?.['change'], '原 36.39 分，第1名');
    const first = await results(approver, 'officer', '?revision=1');
    assert.equal(first.items[0]?.score, 3639);
    const explained = await approver.get(
      `/evaluation/officer/periods/2026-11/subjects/${approverId}?revision=2`,
    );
    assert.match(JSON.stringify(explained['figures']), /申诉成立：C5 按“按期决定”计/);
    const facts = await approver.get(
      `/evaluation/officer/periods/2026-11/subjects/${approverId}/facts/decisionsOnTime`,
    );
    assert.equal((facts['items'] as Json[])[0]?.['effect'], 'good');
  });

  it('refuses what comes too late, and what was tampered with is not intact', async () => {
    const path = '/evaluation/department/periods/2026-11/subjects/scjg';
    const refused = await head.post(`${path}/appeals`, {
      ...{ indicator: 'onTime', key: lateCase, text: '同一原因。', files: [] },
    });
    const { id } = refused;
    const answered = await supervisor.post(`/evaluation/appeals/${String(id)}/decision`, {
      ...{ uphold: false, text: '部门应当及时办理中止手续。' },
    });
    assert.deepEqual([answered['stage'], answered['differences']], ['refused', []]);
    assert.equal((await results(head, 'department')).items[0]?.score, 4892);
    time.set('2026-12-16T09:00:00+08:00');
    const late = { indicator: 'findings', key: 'x', text: '晚了。', files: [] };
    const facts = (await head.get(`${path}/facts/findings`))['items'] as Json[];
    await assert.rejects(head.post(`${path}/appeals`, { ...late, key: facts[0]?.['key'] }), {
      code: 'appealLate',
    });
    await server.app.models.performanceScores.updateOne(
      { tenant: server.app.tenant, subjectId: 'wjw' },
      { $set: { score: 9999 } },
    );
    const { view } = await results(supervisor, 'department');
    assert.equal((view['published'] as Json)['intact'], false);
  });

  it('counts the rounds, the punctual arrival and the files of grid workers', async () => {
    const grid = await signIn(server.base, 'grid');
    const [item] = (await results(grid, 'gridWorker')).items;
    // 3 reports of 20; 4 of 5 in time: (80 − 70) ÷ 30; 1 of 2 not reopened, below 70; none disputed:
    // (25 × 15 + 40 × 33.33 + 20 × 0 + 15 × 100) ÷ 100
    assert.deepEqual(item?.points, { reports: 1500, arrival: 3333, reopened: 0, disputes: 10000 });
    assert.equal(item?.score, 3208);
    assert.deepEqual((await results(head, 'gridWorker')).items, []);
    const quarter = await results(grid, 'gridWorker', '', '2026-Q4');
    assert.equal(quarter.items[0]?.points['reports'], 500, 'three reports in three months');
  });
});
