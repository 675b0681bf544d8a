import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { completeWith, filledIn, handIn, waitForTask } from '../../../scripts/journey/packJourney.ts';
import { demoPassword, signIn } from '../../../scripts/journey/steps.ts';
import { runTimer } from '../testing/runTimer.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const packCode = 'xfjy-fire-check';
const always = ['businessLicense', 'floorPlan', 'facilityPlan', 'safetySystem'];
const waived = ['constructionAcceptance', 'trainingRecords'];
/** On the list of the credit platform as seriously dishonest. */
const dishonest = { ...restaurant, name: '北京失信餐饮有限公司', idNumber: '91110115MA01XY2D6L' };
const password = demoPassword;

describe('the commitment path 告知承诺', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let fire: ApiClient;

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food', 'xfjy-fire-check'] });
    clerk = await signIn(server.base, 'clerk');
    fire = await signIn(server.base, 'fire');
  });
  after(() => server.close());

  async function draft(applicant: Json = restaurant): Promise<string> {
    const view = await clerk.post('/cases', {
      packCode,
      operation: 'new',
      applicant,
      area: { town: 't005' },
      formData: filledIn(packCode, 'application'),
    });
    await handIn(clerk, String(view['id']), always);
    return String(view['id']);
  }

  /** Signed, received, accepted and decided on 2 November; the licence is out. */
  async function decided(applicant: Json = restaurant): Promise<{ id: string; caseNo: string }> {
    time.set('2026-11-02T10:00:00+08:00');
    const id = await draft(applicant);
    await clerk.put(`/cases/${id}/commitment`, { signedBy: 'legalRepresentative' });
    const caseNo = String((await clerk.post(`/cases/${id}/receive`))['caseNo']);
    await clerk.post(`/cases/${id}/accept`);
    await step(fire, caseNo, 'decide', 'decision', { outcome: 'grant', password });
    await arrived(clerk, caseNo, 'deliver');
    return { id, caseNo };
  }

  const arrived = (client: ApiClient, caseNo: string, key: string) =>
    waitForTask({ client, caseNo, step: key, settle: server.settle });

  async function step(
    client: ApiClient,
    caseNo: string,
    key: string,
    form: string,
    completion: Parameters<typeof completeWith>[2],
  ): Promise<Json> {
    await arrived(client, caseNo, key);
    return completeWith(client, { packCode, caseNo, step: key, form }, completion);
  }

  async function clockOf(id: string, kind: string): Promise<Json | undefined> {
    const { items } = await clerk.get(`/cases/${id}/clocks`);
    return (items as Json[]).findLast((clock) => clock['kind'] === kind);
  }

  async function documentKinds(id: string): Promise<unknown[]> {
    const { items } = await clerk.get(`/cases/${id}/documents`);
    return (items as Json[]).map((entry) => entry['kind']);
  }

  it('is offered with its text, signed at the window, and stands for materials', async () => {
    const offer = (await clerk.get(`/items/${packCode}/operations/new`))['commitment'] as Json;
    assert.match(String((offer['text'] as Json)['zh-CN']), /本单位已经知晓/);
    assert.deepEqual(offer['waives'], waived);
    const id = await draft();
    const signed = await clerk.put(`/cases/${id}/commitment`, { signedBy: 'legalRepresentative' });
    assert.equal((signed['commitment'] as Json)['state'], 'signed');
    const missing = (signed['materials'] as Json[]).filter((entry) => entry['status'] === 'committed');
    assert.deepEqual(
      missing.map((entry) => entry['key']),
      waived,
    );
    // and may be left again before receipt
    assert.equal((await clerk.delete(`/cases/${id}/commitment`))['commitment'], null);
  });

  it('may be chosen only where the pack offers it, and by somebody who is named', async () => {
    const food = await clerk.post('/cases', {
      packCode: 'scjg-food',
      operation: 'new',
      applicant: restaurant,
    });
    const path = `/cases/${String(food['id'])}/commitment`;
    await assert.rejects(clerk.put(path, { signedBy: 'applicant' }), { code: 'commitmentNotOffered' });
    await assert.rejects(clerk.put(`/cases/${await draft()}/commitment`, { signedBy: 'agent' }), {
      code: 'invalidRequest',
    });
  });

  it('is decided at once, without review or inspection, and issues license and sealed letter', async () => {
    const { id, caseNo } = await decided();
    const events = (await clerk.get(`/cases/${id}/events`))['items'] as Json[];
    const steps = events.filter((event) => event['type'] === 'stepStarted').map((event) => event['details']);
    assert.deepEqual(
      steps.map((details) => (details as Json)['step']),
      ['decide', 'deliver', 'verify'].filter((key) => steps.some((entry) => (entry as Json)['step'] === key)),
    );
    assert.ok(!steps.some((details) => ['review', 'inspect'].includes(String((details as Json)['step']))));
    // the promise is the same day, and no statutory limit runs
    assert.equal((await clockOf(id, 'promised'))?.['dueDay'], '2026-11-02');
    assert.equal((await clockOf(id, 'promised'))?.['light'], 'doneOnTime');
    assert.equal(await clockOf(id, 'statutory'), undefined);
    const documents = (await clerk.get(`/cases/${id}/documents`))['items'] as Json[];
    assert.deepEqual(
      documents.map((entry) => entry['kind']),
      ['receipt', 'commitmentLetter', 'acceptanceNotice', 'grantDecision'],
    );
    const letter = documents[1] as Json;
    assert.match(String(letter['number']), new RegExp(`^京兴消诺〔2026〕${caseNo}号$`));
    const { bytes } = await clerk.download(String(letter['downloadUrl']).replace('/api/v1', ''));
    const verdict = await verify(bytes);
    assert.equal(verdict['verdict'], 'trusted');
    const [license] = (await clerk.get(`/cases/${id}`))['licenses'] as Json[];
    assert.equal(license?.['state'], 'issued');
    assert.equal(license?.['validTo'], null);
  });

  it('is verified within 20 working days of the decision, in the queue of the department', async () => {
    const { id, caseNo } = await decided();
    await step(clerk, caseNo, 'deliver', 'delivery', { outcome: 'delivered' });
    const task = await arrived(fire, caseNo, 'verify');
    const clock = await clockOf(id, 'verification');
    assert.equal(clock?.['dueDay'], '2026-11-30');
    assert.equal(clock?.['cite'], '《中华人民共和国消防法》第十五条第三款');
    assert.equal(task['dueAt'], '2026-11-30T10:00:00.000Z');
    time.set('2026-11-20T10:00:00+08:00');
    await step(fire, caseNo, 'verify', 'verification', { outcome: 'pass' });
    await server.settle();
    const view = await clerk.get(`/cases/${id}`);
    assert.equal((view['commitment'] as Json)['state'], 'kept');
    assert.equal(view['engineState'], 'ended');
    assert.equal(view['state'], 'delivered');
    assert.equal((await clockOf(id, 'verification'))?.['light'], 'doneOnTime');
    assert.equal((view['licenses'] as Json[])[0]?.['state'], 'issued');
  });

  it('goes red and calls when the verification is late', async () => {
    const { id } = await decided();
    time.set('2026-12-02T10:00:00+08:00');
    await server.settle();
    assert.equal((await clockOf(id, 'verification'))?.['light'], 'red');
    const escalated = await server.app.models.events.find({ caseId: id, type: 'escalated' }).lean();
    assert.ok(escalated.some((event) => event.details['clock'] === 'verification'));
    time.set('2026-11-02T10:00:00+08:00');
  });

  it('orders a correction with its period, and is closed when it was made', async () => {
    const { id, caseNo } = await decided();
    time.set('2026-11-16T10:00:00+08:00');
    await step(fire, caseNo, 'verify', 'verification', {
      outcome: 'correct',
      comment: '疏散通道被堵',
      formData: { exitsCheck: 'notConform', opinion: '疏散通道堆放杂物，与承诺不一致。' },
    });
    assert.equal((await clockOf(id, 'correction'))?.['dueDay'], '2026-11-30');
    assert.ok((await documentKinds(id)).includes('correctionOrder'));
    // The time to correct is the company's: nobody is asked to verify again before it says that it is done.
    await arrived(fire, caseNo, 'awaitCorrection');
    const early = (await fire.get(`/tasks?view=all&caseNo=${caseNo}`))['items'] as Json[];
    assert.deepEqual(
      early.map((task) => task['stepKey']),
      ['awaitCorrection'],
    );
    time.set('2026-11-27T10:00:00+08:00');
    await step(fire, caseNo, 'awaitCorrection', 'correction-report', { outcome: 'reported' });
    await step(fire, caseNo, 'recheck', 'recheck', { outcome: 'pass' });
    const view = await clerk.get(`/cases/${id}`);
    assert.equal((view['commitment'] as Json)['state'], 'kept');
    assert.equal((view['licenses'] as Json[])[0]?.['state'], 'issued');
    assert.equal((await clockOf(id, 'correction'))?.['light'], 'doneOnTime');
  });

  it('that was not kept annuls the license by a decision of its own, visible to everybody, and bars the next', async () => {
    const broken = { ...restaurant, name: '北京违诺餐饮有限公司', idNumber: '91110115MA00CD5E8K' };
    const { id, caseNo } = await decided({ ...broken, numberConfirmed: true });
    await step(clerk, caseNo, 'deliver', 'delivery', { outcome: 'delivered' });
    time.set('2026-11-16T10:00:00+08:00');
    const correct = { outcome: 'correct', comment: '通道被堵' };
    await step(fire, caseNo, 'verify', 'verification', correct);
    await arrived(fire, caseNo, 'awaitCorrection');
    time.set('2026-12-01T10:00:00+08:00');
    // Nobody has reported anything: the timer of the process ends the wait.
    await runTimer(server, id);
    const events = (await clerk.get(`/cases/${id}/events`))['items'] as Json[];
    assert.ok(events.some((event) => event['type'] === 'correctionNotReported'));
    // Annulling is a decision: nobody does it without authenticating again.
    const fail = { outcome: 'fail', comment: '逾期未改正', formData: { opinion: '逾期未改正。' } };
    await assert.rejects(step(fire, caseNo, 'recheck', 'recheck', fail), {
      code: 'reauthenticationRequired',
    });
    await step(fire, caseNo, 'recheck', 'recheck', { ...fail, password });
    const view = await clerk.get(`/cases/${id}`);
    assert.equal((view['commitment'] as Json)['state'], 'broken');
    const decision = view['decision'] as Json;
    const annulled = decision['annulled'] as Json;
    assert.equal(annulled['reason'], '逾期未改正。');
    const documents = (await clerk.get(`/cases/${id}/documents`))['items'] as Json[];
    const order = documents.find((entry) => entry['kind'] === 'annulmentDecision');
    assert.equal(order?.['number'], annulled['documentNo']);
    const sealed = await clerk.download(String(order?.['downloadUrl']).replace('/api/v1', ''));
    assert.equal((await verify(sealed.bytes))['verdict'], 'trusted');
    // the license says so at the office and to anybody who verifies it
    const [license] = view['licenses'] as Json[];
    assert.equal(license?.['state'], 'annulled');
    const page = await clerk.get(
      `/licenses/${String(license?.['id'])}?useCause=${encodeURIComponent('核对')}`,
    );
    assert.equal((page['ended'] as Json)['legalBasis'], '《中华人民共和国消防法》第五十八条第三款');
    assert.ok((page['log'] as Json[]).some((entry) => entry['type'] === 'annulled'));
    const known = await clerk.get(`/public/licenses/${String(license?.['identifier'])}`);
    assert.equal(known['state'], 'annulled');
    assert.equal((known['ended'] as Json)['documentNo'], annulled['documentNo']);
    // the annulment is delivered by its own clock and proof
    assert.equal((await clockOf(id, 'delivery'))?.['dueDay'], '2026-12-15');
    await step(clerk, caseNo, 'deliverAnnulment', 'delivery', { outcome: 'delivered' });
    await server.settle();
    assert.equal((await clerk.get(`/cases/${id}`))['engineState'], 'ended');
    assert.equal((await documentKinds(id)).filter((kind) => kind === 'deliveryReceipt').length, 2);
    // the next application takes the ordinary path, and is told why
    const next = await draft({ ...broken, numberConfirmed: true });
    const barred = (await clerk.put(`/cases/${next}/commitment`, { signedBy: 'applicant' }))['commitment'];
    assert.deepEqual(
      [(barred as Json)['state'], (barred as Json)['records']],
      ['barred', ['brokenCommitment']],
    );
    // until the record lapses after a year
    time.set('2027-12-03T10:00:00+08:00');
    const later = await clerk.put(`/cases/${next}/commitment`, { signedBy: 'applicant' });
    assert.equal((later['commitment'] as Json)['state'], 'signed');
    time.set('2026-11-02T10:00:00+08:00');
  });

  it('annulled while its grant is still to be delivered has two deliveries, each with its own clock and proof', async () => {
    const swift = { ...restaurant, idNumber: '91110115MA00GH7J2N', numberConfirmed: true };
    const { id, caseNo } = await decided(swift);
    time.set('2026-11-04T10:00:00+08:00');
    await step(fire, caseNo, 'verify', 'verification', { outcome: 'fail', comment: '虚假承诺', password });
    await arrived(clerk, caseNo, 'deliverAnnulment');
    const deliveries = async () =>
      ((await clerk.get(`/cases/${id}/clocks`))['items'] as Json[])
        .filter((clock) => clock['kind'] === 'delivery')
        .map((clock) => [clock['dueDay'], clock['state']]);
    assert.deepEqual(await deliveries(), [
      ['2026-11-16', 'running'],
      ['2026-11-18', 'running'],
    ]);
    await step(clerk, caseNo, 'deliverAnnulment', 'delivery', { outcome: 'delivered' });
    assert.deepEqual(await deliveries(), [
      ['2026-11-16', 'running'],
      ['2026-11-18', 'stopped'],
    ]);
    assert.equal((await clerk.get(`/cases/${id}`))['state'], 'decided');
    await step(clerk, caseNo, 'deliver', 'delivery', { outcome: 'delivered' });
    await server.settle();
    assert.deepEqual(
      (await deliveries()).map(([, state]) => state),
      ['stopped', 'stopped'],
    );
    const view = await clerk.get(`/cases/${id}`);
    assert.deepEqual([view['state'], view['engineState']], ['delivered', 'ended']);
    assert.equal((await documentKinds(id)).filter((kind) => kind === 'deliveryReceipt').length, 2);
  });

  it('is closed to who is on the list of the platform: the ordinary path with its limit and its materials', async () => {
    time.set('2026-11-02T10:00:00+08:00');
    const id = await draft({ ...dishonest, numberConfirmed: true });
    const view = await clerk.put(`/cases/${id}/commitment`, { signedBy: 'legalRepresentative' });
    assert.deepEqual((view['commitment'] as Json)['records'], ['seriouslyDishonest']);
    const caseNo = String((await clerk.post(`/cases/${id}/receive`))['caseNo']);
    assert.ok(!(await documentKinds(id)).includes('commitmentLetter'));
    await assert.rejects(clerk.post(`/cases/${id}/accept`), { code: 'materialsMissing' });
    await clerk.post(`/cases/${id}/supplement`, {
      items: waived.map((materialKey) => ({ materialKey, problem: '请提交' })),
    });
    await handIn(clerk, id, waived);
    await clerk.post(`/cases/${id}/resubmit`);
    await clerk.post(`/cases/${id}/accept`);
    assert.equal((await clockOf(id, 'statutory'))?.['dueDay'], '2026-11-16');
    assert.equal((await clockOf(id, 'promised'))?.['dueDay'], '2026-11-05');
    await step(fire, caseNo, 'review', 'review', { outcome: 'pass' });
    await step(fire, caseNo, 'inspect', 'inspection', { outcome: 'again', comment: '应急灯损坏' });
    await step(fire, caseNo, 'inspect', 'inspection', { outcome: 'pass' });
    await step(fire, caseNo, 'decide', 'decision', { outcome: 'grant', password });
    await step(clerk, caseNo, 'deliver', 'delivery', { outcome: 'delivered' });
    await server.settle();
    const done = await clerk.get(`/cases/${id}`);
    assert.deepEqual([done['state'], done['engineState']], ['delivered', 'ended']);
    // nothing was committed: nothing is verified
    assert.equal(await clockOf(id, 'verification'), undefined);
  });

  it('is asked about again at acceptance: a record that came meanwhile closes it', async () => {
    const late = { ...restaurant, idNumber: '91110115MA00EF6G9M', numberConfirmed: true };
    const { caseNo: first } = await decided(late);
    const id = await draft(late);
    await clerk.put(`/cases/${id}/commitment`, { signedBy: 'applicant' });
    await clerk.post(`/cases/${id}/receive`);
    const fail = { outcome: 'fail', comment: '虚假承诺', password };
    await step(fire, first, 'verify', 'verification', fail);
    await assert.rejects(clerk.post(`/cases/${id}/accept`), { code: 'materialsMissing' });
    const view = await clerk.get(`/cases/${id}`);
    assert.deepEqual((view['commitment'] as Json)['records'], ['brokenCommitment']);
  });

  it('falls away with another applicant: somebody else has signed', async () => {
    const id = await draft();
    const signed = await clerk.put(`/cases/${id}/commitment`, { signedBy: 'applicant' });
    const other = { ...dishonest, numberConfirmed: true };
    const edited = await clerk.patch(`/cases/${id}`, Number(signed['version']), { applicant: other });
    assert.equal(edited['commitment'], null);
  });

  async function verify(bytes: Buffer): Promise<Json> {
    return clerk.upload('/public/verify', { name: 'file.pdf', bytes, type: 'application/pdf' });
  }
});
