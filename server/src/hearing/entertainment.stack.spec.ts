import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listSeedPacks } from '@onewindow/processes';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { acceptedCase, eventually, filledForm, reached } from '../../../scripts/journey/itemCase.ts';
import { completeStep, demoPassword, findTask, signIn } from '../../../scripts/journey/steps.ts';
import { publishPack } from '../catalog/publishPack.ts';
import { runTimer } from '../testing/runTimer.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const pack = 'whlyj-entertainment';
const filled = (name: string, changes: Json = {}) => filledForm(pack, name, changes);

describe('an entertainment venue, with the right to a hearing', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let culture: ApiClient;

  before(async () => {
    server = await startTestServer({ time, packs: ['whlyj-entertainment'] });
    [clerk, culture] = (await Promise.all(['clerk', 'culture'].map((name) => signIn(server.base, name)))) as [
      ApiClient,
      ApiClient,
    ];
  });
  after(() => server.close());

  const step = (caseNo: string, name: string, outcome: string, form: string, changes: Json = {}) =>
    completeStep(culture, caseNo, name, {
      outcome,
      formData: filled(form, changes),
      comment: '见附件',
      ...(name === 'decide' ? { password: demoPassword } : {}),
    });
  /** A case whose parties were told on Tuesday 24 November. */
  async function told(): Promise<{ id: string; caseNo: string }> {
    time.set('2026-11-23T10:00:00+08:00');
    const subject = await acceptedCase(clerk, pack);
    await step(subject.caseNo, 'review', 'pass', 'review');
    await step(subject.caseNo, 'siteCheck', 'reported', 'site-check');
    time.set('2026-11-24T10:00:00+08:00');
    await step(subject.caseNo, 'tellHearing', 'told', 'tell-hearing');
    return subject;
  }
  const clocksOf = async (id: string) => {
    const { items } = (await culture.get(`/cases/${id}/clocks`)) as { items: Json[] };
    return new Map(items.map((clock) => [String(clock['kind']), clock]));
  };
  const said = async (id: string) =>
    ((await culture.get(`/cases/${id}/events`))['items'] as Json[]).map((event) => String(event['type']));
  const documents = async (id: string) =>
    ((await culture.get(`/cases/${id}/documents`))['items'] as Json[]).map((entry) =>
      String(entry['number']),
    );

  it('tells the parties in writing, and lets them ask within five working days', async () => {
    const { id, caseNo } = await told();
    assert.equal((await clocksOf(id)).get('hearingRequest')?.['dueDay'], '2026-12-01');
    assert.ok((await documents(id)).some((number) => /听告〔2026〕/.test(number)));
    const stored = await server.app.models.cases.findOne({ caseNo }).lean();
    const variables = await server.app.engine.getVariables(stored?.engine.processInstanceId ?? '');
    assert.equal(variables['hearingRequestUntil'], '2026-12-01T10:00:00Z');
    assert.ok(
      Object.values(variables).every((value) => !String(value).includes('业主')),
      'no party in the engine',
    );
    // given a request without a reason for the notice
    time.set('2026-11-26T10:00:00+08:00');
    const { reason: _, expectedDays: __, ...bare } = filled('hearing-request');
    await assert.rejects(
      completeStep(culture, caseNo, 'awaitRequest', { outcome: 'requested', formData: bare }),
      { code: 'procedureUnreasoned' },
    );
    // when they ask, the clocks stop and the hearing has twenty working days
    await step(caseNo, 'awaitRequest', 'requested', 'hearing-request');
    const asked = await clocksOf(id);
    assert.deepEqual(
      ['promised', 'statutory', 'hearingRequest', 'hearingHold'].map((kind) => asked.get(kind)?.['state']),
      ['paused', 'paused', 'stopped', 'running'],
    );
    assert.equal(asked.get('hearingHold')?.['dueDay'], '2026-12-24');
    // then its day is neither too soon for the notice nor too late
    const arrange = (hearingDay: string) =>
      step(caseNo, 'arrangeHearing', 'arranged', 'hearing-arrangement', { hearingDay });
    await assert.rejects(arrange('2026-12-04'), { code: 'hearingTooSoon' });
    await assert.rejects(arrange('2026-12-25'), { code: 'hearingTooLate' });
    await arrange('2026-12-10');
    assert.equal((await clocksOf(id)).get('hearingNotice')?.['dueDay'], '2026-12-07');
    assert.ok((await documents(id)).some((number) => /听通〔2026〕/.test(number)));
    const notice = await server.app.models.caseDocuments
      .findOne({ caseId: id, kind: 'hearingNotice' })
      .lean();
    const text = JSON.stringify(server.app.cipher.open(notice?.sealedContent ?? '', notice?._id ?? ''));
    assert.match(text, /2026年12月10日14时/, 'the notice tells day and time (art. 48)');
    // and its record comes in on that day
    time.set('2026-12-09T17:00:00+08:00');
    await assert.rejects(step(caseNo, 'holdHearing', 'held', 'hearing-record'), { code: 'hearingNotYet' });
    time.set('2026-12-10T16:00:00+08:00');
    await step(caseNo, 'holdHearing', 'held', 'hearing-record');
    const after = await clocksOf(id);
    assert.deepEqual(
      ['promised', 'statutory'].map((kind) => `${after.get(kind)?.['state']} ${after.get(kind)?.['dueDay']}`),
      ['running 2026-12-22', 'running 2027-01-06'],
    );
    assert.equal(after.get('hearingHold')?.['light'], 'doneOnTime');
    await step(caseNo, 'decide', 'grant', 'decision');
    const license = await eventually(server, async () =>
      ((await culture.get(`/cases/${id}`))['licenses'] as Json[]).find((one) => one['state'] === 'issued'),
    );
    assert.equal(license['validTo'], '2028-12-09');
    await reached(server, clerk, caseNo, 'deliver');
    await completeStep(clerk, caseNo, 'deliver', { outcome: 'delivered', formData: filled('delivery') });
    const story = (await said(id)).filter((type) => type.startsWith('hearing'));
    assert.deepEqual(story, ['hearingRightTold', 'hearingRequested', 'hearingArranged', 'hearingHeld']);
  });

  it('goes on at once where the parties waive it', async () => {
    const { id, caseNo } = await told();
    const { reason: _, expectedDays: __, ...waiver } = filled('hearing-request', { statement: '放弃听证。' });
    await completeStep(culture, caseNo, 'awaitRequest', { outcome: 'waived', formData: waiver });
    const clocks = await clocksOf(id);
    assert.equal(clocks.get('hearingRequest')?.['state'], 'stopped');
    assert.equal(clocks.get('promised')?.['state'], 'running', 'a waived hearing stops no clock');
    await step(caseNo, 'decide', 'refuse', 'decision');
    await reached(server, clerk, caseNo, 'deliverRefusal');
    await completeStep(clerk, caseNo, 'deliverRefusal', {
      outcome: 'delivered',
      formData: filled('delivery'),
    });
    assert.ok((await said(id)).includes('hearingWaived'));
  });

  it('lets the right lapse: a late request is refused, the timer goes on to the decision', async () => {
    const { id, caseNo } = await told();
    await findTask(culture, caseNo, 'awaitRequest');
    time.set('2026-12-01T18:01:00+08:00');
    await assert.rejects(step(caseNo, 'awaitRequest', 'requested', 'hearing-request'), {
      code: 'hearingRequestLate',
    });
    const stored = await server.app.models.cases.findOne({ caseNo }).lean();
    const jobs = await server.app.engine.listJobs({
      processInstanceId: stored?.engine.processInstanceId ?? '',
      timers: true,
    });
    assert.equal(jobs.length, 1);
    await server.app.engine.executeJob(jobs[0]?.id ?? '');
    await reached(server, culture, caseNo, 'decide');
    assert.equal((await clocksOf(id)).get('hearingRequest')?.['state'], 'stopped');
    assert.ok((await said(id)).includes('hearingNotRequested'));
    await step(caseNo, 'decide', 'back', 'decision');
    await findTask(culture, caseNo, 'review');
  });

  it('tells of no right where the papers do not do', async () => {
    time.set('2026-11-23T10:00:00+08:00');
    const { id, caseNo } = await acceptedCase(clerk, pack);
    await step(caseNo, 'review', 'reject', 'review');
    await step(caseNo, 'decide', 'refuse', 'decision');
    assert.equal((await clocksOf(id)).get('hearingRequest'), undefined);
  });

  it('is asked for by those only whom the pack tells of the right', async () => {
    await publish(1, (text) => text.replace('parties: [applicant, interested]', 'parties: [applicant]'));
    const { caseNo } = await told();
    const ask = (requesterKind: string) =>
      step(caseNo, 'awaitRequest', 'requested', 'hearing-request', { requesterKind });
    await assert.rejects(ask('interested'), { code: 'hearingPartyRefused' });
    await ask('applicant');
    await findTask(culture, caseNo, 'arrangeHearing');
  });

  it('is told of where the pack says so: nobody waits for it in any other case', async () => {
    await publish(2, (text) => text.replace('hearing:\n', "hearing:\n  when: operation == 'renew'\n"));
    const { id, caseNo } = await told();
    await runTimer(server, id);
    await reached(server, culture, caseNo, 'decide');
    assert.equal((await clocksOf(id)).get('hearingRequest'), undefined);
    const story = (await said(id)).filter((type) => type.startsWith('hearing'));
    assert.equal(story[0], 'hearingNotDue');
    assert.ok(!(await documents(id)).some((number) => /听告〔2026〕/.test(number)));
  });

  /** Publishes the pack with a change of its manifest. */
  async function publish(baseVersion: number, change: (text: string) => string): Promise<void> {
    const seed = (await listSeedPacks()).find((entry) => entry.packCode === pack);
    const files = Object.entries(seed?.files ?? {}).map(([path, text]) => ({
      path,
      text: path === 'pack.yaml' ? change(text) : text,
    }));
    const { app } = server;
    await publishPack({
      app,
      publisher: { kind: 'system', name: 'spec' },
      packCode: pack,
      files,
      baseVersion,
      note: 'hearing',
    });
    // The right to a hearing lapses in the time of the spec, which has passed.
    await app.engine.suspendJobs((await app.packs.live(pack)).definitionId);
  }
});
