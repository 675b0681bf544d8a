import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { certificatesOfPem, verifyPdf } from '@onewindow/signing';
import { readSheet } from 'read-excel-file/node';
import type { ApiClient, Json } from '../../../../scripts/journey/apiClient.ts';
import { decisionGranted, reviewPassed } from '../../../../scripts/journey/foodLicense.ts';
import {
  acceptCase,
  completeInspection,
  completeStep,
  demoPassword,
  draftFoodLicense,
  findTask,
  signIn,
} from '../../../../scripts/journey/steps.ts';
import type { DocumentContent } from '../../documents/composeContent.ts';
import { newId } from '../../store/newId.ts';
import { officerOf } from '../../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../../testing/startTestServer.ts';
import { recountBoard } from '../counters/recount.ts';
import { figuresOf } from './reckonTables.ts';

interface Row {
  ref: string;
  name: { 'zh-CN': string };
  figures: Record<string, number | null>;
}
type Raw = Record<string, unknown> & { _id: string };

/** What a month of Shanghai is, reckoned without the code under test: UTC and eight hours. */
const monthOf = (at: unknown) =>
  at instanceof Date ? new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 7) : '';

/** Mondays to Fridays after one day up to another, of a November that has no holiday. */
function weekdaysAfter(from: unknown, to: unknown): number {
  const dayOf = (at: unknown) => Math.floor((Number(at) + 8 * 3_600_000) / 86_400_000);
  let count = 0;
  for (let day = dayOf(from) + 1; day <= dayOf(to); day += 1) if (![0, 6].includes((day + 4) % 7)) count += 1;
  return count;
}

describe('the cockpit and its monthly report', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let approver: ApiClient;
  let supervisor: ApiClient;
  let head: ApiClient;
  let granted = '';
  let waiting = '';

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
    approver = await signIn(server.base, 'approver');
    supervisor = await signIn(server.base, 'supervisor');
    head = await signIn(server.base, 'head');
  });
  after(() => server.close());

  it('has a month of work: a decision, orders, a complaint, ratings, cases at the edges of the month', async () => {
    granted = String((await draftFoodLicense(clerk))['id']);
    const caseNo = String((await acceptCase(clerk, granted))['caseNo']);
    waiting = String((await draftFoodLicense(clerk))['id']);
    await acceptCase(clerk, waiting);
    time.set('2026-11-03T10:00:00+08:00');
    await completeStep(approver, caseNo, 'review', { outcome: 'pass', formData: reviewPassed });
    time.set('2026-11-05T10:00:00+08:00');
    await completeInspection(approver, caseNo, { outcome: 'pass', day: '2026-11-05' });
    time.set('2026-11-06T10:00:00+08:00');
    await completeStep(approver, caseNo, 'decide', {
      outcome: 'grant',
      formData: decisionGranted,
      password: demoPassword,
    });
    // The license is issued by a worker, which changes the case: not while a list of it is read.
    await findTask(clerk, caseNo, 'deliver');
    for (const kind of ['reminder', 'order'])
      await supervisor.post('/supervision/urges', { caseId: waiting, kind, message: '请尽快办理。' });
    await clerk.post('/supervision/complaints', { text: '没有办成。', contact: '13800000077', caseNo });
    await addCases();
    await addRecords();
  });

  it('shows where its cases wait and how long steps took against their limits', async () => {
    time.set('2026-11-20T10:00:00+08:00');
    const view = await supervisor.get('/supervision/bottleneck/scjg-food');
    const steps = view['steps'] as { id: string; limit: string; waiting: Json | null; times: Json | null }[];
    const of = (id: string) => steps.find((step) => step.id === id);
    const { longest, ...inspected } = of('inspect')?.times ?? {};
    assert.deepEqual(inspected, { unit: 'workday', limit: 3, samples: 1, late: 0, average: 2, p90: 2 });
    assert.equal((longest as Json[])[0]?.['caseId'], granted);
    assert.equal(of('review')?.times?.['average'], 1);
    assert.deepEqual([of('review')?.waiting?.['tasks'], of('review')?.waiting?.['overdue']], [1, 1]);
    assert.deepEqual(view['worst'], { stepKey: 'deliver', because: 'waiting' }, 'too few have passed');
    assert.match(String(view['xml']), /<bpmn:process/);
    const civil = await signIn(server.base, 'civil');
    const foreign = (await civil.get('/supervision/bottleneck/scjg-food'))['steps'] as Json[];
    assert.ok(foreign.every((step) => step['times'] === null && step['waiting'] === null));
    const file = await supervisor.download('/supervision/export?table=bottleneck&packCode=scjg-food');
    assert.equal((await readSheet(file.bytes)).length, steps.length + 1);
    await assert.rejects(supervisor.get('/supervision/bottleneck/nothing'), { code: 'itemUnknown' });
  });

  it('leads from the number of late stays to exactly those', async () => {
    const path = '/supervision/bottleneck/scjg-food';
    const { version } = (await supervisor.get(path)) as { version: number };
    const lateOf = async (client: ApiClient, step: string) =>
      (await client.get(`${path}/late-stays?version=${version}&stepKey=${step}`))['items'] as Json[];
    const stays = await server.app.models.tasks.find({ tenant: server.app.tenant, stepKey: 'review' }).lean();
    const [stay] = stays.filter(({ endedAt }) => endedAt !== undefined);
    // As if it had been due before it ended, and ten others that took longer had not.
    const { clocks } = server.app.models;
    await clocks.updateOne({ taskId: stay?._id ?? '' }, { $set: { limit: '1 minute' } });
    const steps = (await supervisor.get(path))['steps'] as { id: string; times: Json | null }[];
    const late = steps.find(({ id }) => id === 'review')?.times?.['late'];
    assert.equal(late, 1);
    const listed = await lateOf(supervisor, 'review');
    assert.deepEqual(
      listed.map(({ caseId, late: over }) => [caseId, over]),
      [[stay?.caseId, true]],
    );
    assert.deepEqual(await lateOf(supervisor, 'inspect'), []);
    const civil = await signIn(server.base, 'civil');
    assert.deepEqual(await lateOf(civil, 'review'), [], 'a head sees the own department only');
    await assert.rejects(lateOf(approver, 'review'), { code: 'forbidden' });
  });

  it('lists the cases behind each number of a span of days', async () => {
    time.set('2026-12-01T09:00:00+08:00');
    const cases = await rawCases();
    for (const [figure, field] of [
      ['received', 'receivedAt'],
      ['accepted', 'acceptedAt'],
    ] as const)
      assert.deepEqual(
        (await pages(`figure=${figure}&from=2026-11-01&to=2026-11-30`)).sort(),
        cases
          .filter((subject) => monthOf(subject[field]) === '2026-11')
          .map(({ _id }) => _id)
          .sort(),
      );
    const late = await pages('figure=late&from=2026-11-01&to=2026-11-30&department=wjw');
    const expected = cases.filter(
      ({ departmentId, decision }) =>
        departmentId === 'wjw' &&
        monthOf((decision as Json)?.['at']) === '2026-11' &&
        (decision as Json)['onTime'] === false,
    );
    assert.ok(expected.length > 0);
    assert.deepEqual(late.sort(), expected.map(({ _id }) => _id).sort());
  });

  it('leads from the cards of all time to exactly their cases, page by page', async () => {
    const cases = await rawCases();
    await recountBoard(server.app, { repair: true });
    const { totals } = (await supervisor.get('/supervision/board')) as { totals: Record<string, number> };
    for (const [figure, card, onTime] of [
      ['onTime', 'doneOnTime', true],
      ['late', 'doneLate', false],
    ] as const) {
      const expected = cases.filter(
        ({ decision }) => decision != null && (decision as Json)['onTime'] === onTime,
      );
      const listed = await pages(`figure=${figure}`);
      assert.deepEqual(listed.sort(), expected.map(({ _id }) => _id).sort(), figure);
      assert.equal(listed.length, totals[card], figure);
    }
    assert.equal((await pages('figure=late&department=mzj')).length, 0);
    const ofHead = (await head.get('/supervision/period/cases?figure=late'))['items'] as Json[];
    assert.ok(ofHead.every(({ department }) => (department as Json)['id'] === 'scjg'));
  });

  it('gives a list as a file: the same cases, names covered, recorded with its digest; a head the own department alone', async () => {
    const { bytes } = await supervisor.download('/supervision/period/cases/export?figure=late&format=csv');
    const [heading, ...lines] = bytes.toString('utf8').trim().split('\r\n');
    assert.match(heading ?? '', /^\uFEFF?办件编号,事项,申请人,部门,办件状态/);
    assert.equal(lines.length, (await pages('figure=late')).length);
    const open = await supervisor.download('/supervision/cases/export?light=red');
    const [titles, ...rows] = await readSheet(open.bytes);
    const listed = (await supervisor.get('/supervision/cases?light=red&limit=200'))['items'] as Json[];
    assert.deepEqual(
      rows.map((row) => row[0]),
      listed.map(({ caseNo }) => caseNo),
    );
    assert.deepEqual(
      rows.map((row) => row[titles?.indexOf('申请人') ?? 0]),
      listed.map(({ applicantName }) => applicantName),
    );
    const all = await supervisor.download('/supervision/period/cases/export?figure=received&format=csv');
    const own = await head.download('/supervision/period/cases/export?figure=received&format=csv');
    assert.match(all.bytes.toString('utf8'), /卫生健康委员会/);
    assert.doesNotMatch(own.bytes.toString('utf8'), /卫生健康委员会/);
    await assert.rejects(approver.download('/supervision/cases/export'), { code: 'forbidden' });
    const recorded = await server.app.models.securityEvents.find({ type: 'casesExported' }).lean();
    assert.deepEqual(
      recorded.map(({ details }) => [
        details['figure'] ?? details['light'],
        details['format'],
        details['lines'],
      ]),
      [
        ['late', 'csv', lines.length],
        ['red', 'xlsx', rows.length],
        ['received', 'csv', all.bytes.toString('utf8').trim().split('\r\n').length - 1],
        ['received', 'csv', own.bytes.toString('utf8').trim().split('\r\n').length - 1],
      ],
    );
    assert.ok(recorded.every(({ details }) => /^[0-9a-f]{64}$/.test(String(details['sha256']))));
  });

  let reportId = '';
  let tables: Record<string, Row[]> = {};

  it('is reported sealed, every number equal to what an independent count of cases and records gives', async () => {
    await assert.rejects(supervisor.post('/supervision/reports', { month: '2027-01' }), {
      code: 'reportMonthInvalid',
    });
    await assert.rejects(
      supervisor.post('/supervision/reports', { month: '2026-11', department: 'nowhere' }),
      { code: 'departmentUnknown' },
    );
    const made = await supervisor.post('/supervision/reports', { month: '2026-11' });
    reportId = String(made['id']);
    assert.match(String(made['number']), /^京兴政数评〔2026〕1号$/);
    const view = await supervisor.get(`/supervision/reports/${reportId}`);
    tables = Object.fromEntries(
      (view['tables'] as { table: string; rows: Row[] }[]).map((one) => [one.table, one.rows]),
    );
    const all = await recomputed({});
    for (const { figures } of tables['1'] ?? [])
      for (const [figure, value] of Object.entries(figures)) assert.equal(value, all[figure], `1 ${figure}`);
    assert.ok(Number(all['decided']) > 10 && Number(all['late']) > 0 && Number(all['redCards']) === 1);
    const departments = await distinct('departmentId');
    let compared = 0;
    for (const departmentId of departments) {
      const name = server.app.organisation.department(departmentId).name;
      const expected = await recomputed({ departmentId });
      for (const table of ['2', '4', '5']) {
        const row = tables[table]?.find((one) => one.name['zh-CN'] === name);
        // A line is left out where there is nothing to count, and only there.
        const nothing = figuresOf[table as '2'].every((figure) => (expected[figure] ?? 0) === 0);
        assert.equal(row === undefined, nothing, `${table} ${departmentId}`);
        for (const [figure, value] of Object.entries(row?.figures ?? {})) {
          assert.equal(value, expected[figure], `${table} ${departmentId} ${figure}`);
          compared += 1;
        }
      }
    }
    const items = [...new Set((await rawCases()).map(({ packCode }) => String(packCode)))];
    assert.equal(tables['3']?.length, items.length);
    for (const packCode of items) {
      const expected = await recomputed({ packCode });
      const name = packCode === 'scjg-food' ? '食品经营许可' : packCode;
      const row: Row | undefined = tables['3']?.find((one) => one.name['zh-CN'] === name);
      for (const figure of figuresOf['3']) {
        assert.equal(row?.figures[figure], expected[figure], `3 ${packCode} ${figure}`);
        compared += 1;
      }
    }
    assert.ok(compared >= 60, String(compared));
    assert.equal(tables['2']?.length, departments.length);

    // What the law looks at: the clock of the real decision, and the events of the real cases.
    const clock = await server.app.models.clocks.findOne({ caseId: granted, kind: 'promised' }).lean();
    const decided = (await rawCases()).find(({ _id }) => _id === granted)?.['decision'] as Json;
    assert.equal(decided['onTime'], Number(clock?.stoppedAt) <= Number(clock?.dueAt));
    assert.equal(decided['workdays'], weekdaysAfter(clock?.startAt, decided['at']));
    const events = await server.app.models.events.find({ caseId: granted }).lean();
    for (const type of ['received', 'accepted', 'decided'])
      assert.equal(
        events.filter((event) => event.type === type && monthOf(event.at) === '2026-11').length,
        1,
      );

    const [letter] = view['letters'] as Json[];
    const path = `/supervision/reports/${reportId}/letters/${String(letter?.['id'])}/content`;
    const { bytes } = await supervisor.download(path);
    const roots = certificatesOfPem(server.app.seals.trustedRoots.join('\n'));
    assert.equal((await verifyPdf({ pdf: bytes, trustedRoots: roots, now: time.now() })).verdict, 'trusted');
    const stored = await server.app.models.caseDocuments.findOne({ _id: String(letter?.['id']) }).lean();
    const content = server.app.cipher.open<DocumentContent>(stored?.sealedContent ?? '', stored?._id ?? '');
    const printed = content.data.values as { departments: Json[]; late: Json[]; annexDigest: string };
    assert.deepEqual(
      printed.departments.map(({ ref, received }) => [ref, received]),
      tables['2']?.map(({ ref, figures }) => [ref, String(figures['received'])]),
    );
    assert.equal(printed.late.length, all['late']);
  });

  it('names the cases behind every number, on the page and in the annex whose digest it prints', async () => {
    const annex = await supervisor.download(`/supervision/reports/${reportId}/annex`);
    const lines = await readSheet(annex.bytes, 2 as never);
    const [head2, ...cases] = lines as unknown as unknown[][];
    const column = (name: string) => (head2 ?? []).indexOf(name);
    for (const { ref, figures } of tables['2'] ?? []) {
      const of = cases.filter((line) => line[column('表2行次')] === ref);
      for (const [figure, name] of Object.entries({
        received: '收件',
        accepted: '受理',
        decided: '办结',
        granted: '准予',
        refused: '不予',
        late: '超期办结',
      })) {
        const marked = of.filter((line) => line[column(name)] === 1);
        assert.equal(marked.length, figures[figure], `${ref} ${name}`);
        const shown = await supervisor.get(
          `/supervision/reports/${reportId}/lines?ref=${ref}&figure=${figure}`,
        );
        assert.deepEqual(
          (shown['cases'] as Json[]).map(({ caseNo }) => caseNo).sort(),
          marked.map((line) => line[column('办件编号')]).sort(),
        );
      }
    }
    const english = await signIn(server.base, 'supervisor');
    english.language = 'en';
    const translated = await english.download(`/supervision/reports/${reportId}/annex`);
    const words = (await readSheet(translated.bytes, 2 as never)) as unknown as unknown[][];
    assert.deepEqual(
      words[0]?.slice(0, 5),
      ['Case number', 'Department', 'Item', 'Row of table 2', 'Row of table 3'],
      'in English throughout',
    );
    assert.deepEqual(
      words.slice(1).map((line) => line[0]),
      cases.map((line) => line[0]),
      'the same cases in the same order',
    );
    assert.ok(words.slice(1).every((line) => !/[\u4e00-\u9fff]/.test(String(line[2]))));
    const sealed = await english.download(`/supervision/reports/${reportId}/annex?sealed=true`);
    assert.ok(Buffer.from(sealed.bytes).equals(Buffer.from(annex.bytes)), 'the sealed one stays as it is');
    const orders = tables['1']?.find(({ figures }) => 'orders' in figures);
    const behind = await supervisor.get(
      `/supervision/reports/${reportId}/lines?ref=${orders?.ref}&figure=orders`,
    );
    assert.deepEqual(
      (behind['records'] as Json[]).map(({ caseId, kind }) => [caseId, kind]),
      [[waiting, 'order']],
    );
    await assert.rejects(supervisor.get(`/supervision/reports/${reportId}/lines?ref=1-1&figure=orders`), {
      code: 'notFound',
    });
  });

  it('agrees with the counters, and stands when a case changes later', async () => {
    await recountBoard(server.app, { repair: true });
    const { totals } = (await supervisor.get('/supervision/period?from=2026-11-01&to=2026-11-30')) as {
      totals: Json;
    };
    const figures = Object.assign({}, ...(tables['1'] ?? []).map((row) => row.figures)) as Json;
    for (const figure of ['received', 'accepted', 'onTime', 'late', 'onTimeShare', 'averageWorkdays'])
      assert.equal(totals[figure], figures[figure], figure);
    await server.app.models.cases.updateMany(
      { tenant: server.app.tenant, departmentId: 'wjw' },
      { $unset: { receivedAt: 1 } },
    );
    const again = await supervisor.get(`/supervision/reports/${reportId}`);
    assert.deepEqual((again['tables'] as { rows: Row[] }[])[1]?.rows, tables['2']);
  });

  it('is read by the department it is about, and by no other', async () => {
    await assert.rejects(head.post('/supervision/reports', { month: '2026-11' }), { code: 'forbidden' });
    await assert.rejects(head.get(`/supervision/reports/${reportId}`), { code: 'notFound' });
    const own = await supervisor.post('/supervision/reports', { month: '2026-11', department: 'scjg' });
    const path = `/supervision/reports/${String(own['id'])}`;
    const told = (await head.get(path))['tables'] as { rows: Row[] }[];
    const rows = told[1]?.rows;
    const expected = await recomputed({ departmentId: 'scjg' });
    for (const { figures } of told[0]?.rows ?? [])
      for (const [figure, value] of Object.entries(figures)) assert.equal(value, expected[figure], figure);
    assert.deepEqual(
      rows?.map(({ name }) => name['zh-CN']),
      ['大兴区市场监督管理局'],
    );
    assert.equal(((await head.get('/supervision/reports'))['items'] as Json[]).length, 1);
    const elsewhere = await officerOf(server, 'wjw', ['head']);
    for (const below of ['', '/annex', '/lines?ref=1-1&figure=received'])
      await assert.rejects(elsewhere.get(`${path}${below}`), { code: 'notFound' });
  });

  it('has saved views of its own, which the inbox does not show', async () => {
    const view = {
      name: '区级超期',
      place: 'cockpit',
      query: { tab: 'lights', level: 'district', light: 'red' },
    };
    await supervisor.post('/saved-views', view);
    await supervisor.post('/saved-views', { ...view, place: 'inbox', query: { light: 'red' } });
    const of = async (place: string) => (await supervisor.get(`/saved-views${place}`))['items'] as Json[];
    assert.deepEqual(
      (await of('?place=cockpit')).map(({ query }) => query),
      [view.query],
    );
    assert.deepEqual(
      (await of('')).map(({ query }) => query),
      [{ light: 'red' }],
    );
    await assert.rejects(
      supervisor.post('/saved-views', { ...view, name: 'x', query: { applicant: '张' } }),
      { code: 'invalidRequest' },
    );
  });

  async function rawCases(): Promise<Raw[]> {
    const { models, tenant } = server.app;
    return (await models.cases.collection.find({ tenant }).toArray()) as unknown as Raw[];
  }

  async function distinct(field: 'departmentId'): Promise<string[]> {
    return [...new Set((await rawCases()).map((subject) => String(subject[field])))];
  }

  /** The numbers of November again, straight from the documents, in another way than the report. */
  async function recomputed(of: {
    departmentId?: string;
    packCode?: string;
  }): Promise<Record<string, number | null>> {
    const { models, tenant } = server.app;
    const raw = async (
      model: { collection: { find(filter: object): { toArray(): Promise<unknown[]> } } },
      at: string,
    ) =>
      ((await model.collection.find({ tenant }).toArray()) as Raw[]).filter(
        (one) =>
          monthOf(one[at]) === '2026-11' && (of.departmentId ?? one['departmentId']) === one['departmentId'],
      );
    const cases = (await rawCases()).filter(
      (one) =>
        (of.departmentId ?? one['departmentId']) === one['departmentId'] &&
        (of.packCode ?? one['packCode']) === one['packCode'],
    );
    const decisions = cases.flatMap(({ decision }) =>
      monthOf((decision as Json | undefined)?.['at']) === '2026-11' ? [decision as Json] : [],
    );
    const measured = decisions.flatMap(({ workdays }) => (typeof workdays === 'number' ? [workdays] : []));
    const findings = await raw(models.findings, 'foundAt');
    const urges = await raw(models.urges, 'at');
    const cards = (await raw(models.cards, 'at')).filter(({ stage }) => stage !== 'revoked');
    const ratings = await raw(models.satisfactions, 'at');
    const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
    const onTime = decisions.filter(({ onTime: is }) => is === true).length;
    const grades = ratings.map(({ grade }) => Number(grade));
    return {
      received: cases.filter(({ receivedAt }) => monthOf(receivedAt) === '2026-11').length,
      accepted: cases.filter(({ acceptedAt }) => monthOf(acceptedAt) === '2026-11').length,
      decided: decisions.length,
      granted: decisions.filter(({ kind }) => kind === 'grant').length,
      refused: decisions.filter(({ kind }) => kind === 'refuse').length,
      onTime,
      late: decisions.length - onTime,
      onTimeShare: decisions.length === 0 ? null : onTime / decisions.length,
      averageWorkdays: measured.length === 0 ? null : sum(measured) / measured.length,
      findings: findings.filter(({ kind }) => kind !== 'complaint').length,
      validFindings: findings.filter(({ kind, result }) => kind !== 'complaint' && result === 'valid').length,
      complaints: findings.filter(({ kind }) => kind === 'complaint').length,
      reminders: urges.filter(({ kind }) => kind === 'reminder').length,
      orders: urges.filter(({ kind }) => kind === 'order').length,
      yellowCards: cards.filter(({ colour }) => colour === 'yellow').length,
      redCards: cards.filter(({ colour }) => colour === 'red').length,
      ratings: ratings.length,
      averageGrade: grades.length === 0 ? null : sum(grades) / grades.length,
      badRatings: grades.filter((grade) => grade < 3).length,
      satisfiedShare: grades.length === 0 ? null : grades.filter((grade) => grade > 2).length / grades.length,
    };
  }

  /** Cases of three departments whose days lie around the edges of November, as cases that went past the use cases. */
  async function addCases(): Promise<void> {
    const { models, tenant } = server.app;
    const [pattern] = (await rawCases()).filter(({ _id }) => _id === waiting);
    const instants = [
      ...['2026-10-31T23:59:59+08:00', '2026-11-01T00:00:00+08:00', '2026-11-12T09:00:00+08:00'],
      ...['2026-11-30T23:59:59+08:00', '2026-12-01T00:00:00+08:00'],
    ].map((text) => new Date(text));
    const departments = ['scjg', 'wjw', 't005'];
    const made = Array.from({ length: 60 }, (_, at) => {
      const departmentId = departments[at % 3] ?? 'scjg';
      const [receivedAt, acceptedAt, decidedAt] = [0, 1, 2].map(
        (step) => instants[(at + step * 2 + (at % 4)) % 5],
      );
      const decision = {
        ...{ number: 1, kind: at % 7 === 0 ? 'refuse' : 'grant', at: decidedAt, onTime: at % 4 !== 0 },
        ...{ by: { id: 'x', name: '孙', departmentId }, reason: '', stepKey: 'decide', authorisationId: 'a' },
        ...(at % 5 === 0 ? {} : { workdays: at % 9 }),
      };
      return {
        ...pattern,
        _id: newId(),
        ...{ tenant, departmentId, departmentIds: [departmentId], progressToken: newId() },
        ...(at % 8 === 3 ? { packCode: 'another-item' } : {}),
        ...{ caseNo: `1101159${String(at).padStart(14, '0')}`, receivedAt },
        ...(at % 6 === 0 ? { acceptedAt: undefined } : { acceptedAt }),
        ...(at % 3 === 1 || at % 2 === 0 ? { decision } : {}),
        updatedAt: new Date('2026-12-01T00:00:00+08:00'),
      };
    });
    await models.cases.collection.insertMany(made as never[], { ignoreUndefined: true });
  }

  /** A finding that holds, cards one of which was revoked, and ratings, in November and beside it. */
  async function addRecords(): Promise<void> {
    const { models, tenant } = server.app;
    const about = (at: string) => ({
      ...{ _id: newId(), schemaVersion: 1, tenant, caseId: waiting, caseNo: '1' },
      ...{ departmentId: 'wjw', version: 1, eventSeq: 0, lastEventHash: '', state: 'closed' },
      at: new Date(at),
    });
    const inMonth = '2026-11-30T23:59:59.999+08:00';
    const beside = '2026-12-01T00:00:00+08:00';
    const finding = {
      kind: 'decidedInSeconds',
      severity: 'warning',
      ruleVersion: '1',
      details: {},
      rests: [],
    };
    for (const [at, result] of [
      [inMonth, 'valid'],
      [inMonth, 'notValid'],
      [beside, 'valid'],
    ] as const) {
      const { at: foundAt, ...rest } = about(at);
      const stage = { stage: 'closed', result, effectKey: newId(), dueAt: foundAt, foundAt };
      await models.findings.collection.insertOne({ ...rest, ...finding, ...stage } as never);
    }
    for (const [at, colour, stage] of [
      [inMonth, 'red', 'standing'],
      [inMonth, 'yellow', 'revoked'],
      [inMonth, 'yellow', 'upheld'],
    ] as const) {
      const card = { colour, stage, number: newId(), urgeId: 'x', reason: 'x', by: {} };
      await models.cards.collection.insertOne({ ...about(at), ...card } as never);
    }
    for (const [index, grade] of [5, 4, 2, 1].entries()) {
      const rating = { packCode: 'scjg-food', grade, reasons: [], state: 'noted', caseId: `rated-${index}` };
      await models.satisfactions.collection.insertOne({
        ...about(index === 3 ? beside : inMonth),
        ...rating,
      } as never);
    }
  }

  async function pages(query: string): Promise<string[]> {
    const ids: string[] = [];
    for (let cursor: unknown = ''; cursor !== null; ) {
      const page = await supervisor.get(
        `/supervision/period/cases?limit=7&${query}&cursor=${String(cursor)}`,
      );
      ids.push(...(page['items'] as Json[]).map((entry) => String(entry['id'])));
      cursor = page['nextCursor'];
    }
    return ids;
  }
});
