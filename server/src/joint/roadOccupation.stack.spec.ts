import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listSeedPacks } from '@onewindow/processes';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import {
  acceptedCase,
  eventually,
  filledForm,
  payBills,
  reached,
} from '../../../scripts/journey/itemCase.ts';
import { completeStep, demoPassword, findTask, signIn } from '../../../scripts/journey/steps.ts';
import { publishPack } from '../catalog/publishPack.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const pack = 'csglw-road-occupation';
const filled = (name: string, changes: Json = {}) => filledForm(pack, name, changes);

describe('the occupation of a road, with the opinion of the traffic police', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let road: ApiClient;
  let traffic: ApiClient;

  before(async () => {
    server = await startTestServer({ time, packs: ['csglw-road-occupation'] });
    [clerk, road, traffic] = (await Promise.all(
      ['clerk', 'road', 'traffic'].map((name) => signIn(server.base, name)),
    )) as [ApiClient, ApiClient, ApiClient];
  });
  after(() => server.close());

  /** An accepted case whose departments have been asked. */
  async function asked(): Promise<{ id: string; caseNo: string }> {
    time.set('2026-11-23T10:00:00+08:00');
    const subject = await acceptedCase(clerk, pack);
    await completeStep(road, subject.caseNo, 'review', { outcome: 'pass', formData: filled('review') });
    return subject;
  }
  const opine = (client: ApiClient, caseNo: string, step: string, outcome: string) =>
    completeStep(client, caseNo, step, {
      outcome,
      formData: filled(step === 'cityOpinion' ? 'city-opinion' : 'traffic-opinion'),
      ...(outcome === 'agree' ? {} : { comment: '早高峰影响较大' }),
    });
  const decide = (caseNo: string, outcome: string) =>
    completeStep(road, caseNo, 'decide', {
      outcome,
      formData: filled('decision'),
      comment: '见会商记录',
      password: demoPassword,
    });
  const meet = (caseNo: string, outcome: string, changes: Json = {}) =>
    completeStep(road, caseNo, 'headsMeeting', {
      outcome,
      formData: filled('heads-meeting', changes),
      comment: '经会商',
    });
  const confirm = (caseNo: string, outcome: string) =>
    completeStep(traffic, caseNo, 'confirmMeeting', {
      outcome,
      formData: filled('meeting-confirmation'),
      comment: '记录有遗漏',
    });
  const jointOf = async (id: string) =>
    ((await road.get(`/cases/${id}`))['joint'] as Json[])[0] as Json & { opinions: Json[] };

  it('asks both departments at once, each in its own queue with a clock of its own', async () => {
    const { id, caseNo } = await asked();
    const own = await findTask(road, caseNo, 'cityOpinion');
    const theirs = await findTask(traffic, caseNo, 'trafficOpinion');
    assert.equal((theirs['department'] as Json)['id'], 'jtzd');
    await assert.rejects(road.get(`/tasks/${String(theirs['id'])}`), { code: 'notFound' });
    await assert.rejects(traffic.get(`/tasks/${String(own['id'])}`), { code: 'notFound' });
    const clocks = (
      await server.app.models.clocks.find({ caseId: id, kind: 'step', state: 'running' }).lean()
    ).map((clock) => `${clock.departmentId} ${clock.limit} ${clock.dueDay}`);
    assert.deepEqual(clocks.sort(), ['csglw 2 workday 2026-11-25', 'jtzd 2 workday 2026-11-25']);
    const running = (await road.get(`/cases/${id}/clocks`))['items'] as Json[];
    assert.deepEqual(
      running
        .flatMap((clock) => (clock['kind'] === 'step' ? [] : [`${clock['kind']} ${clock['dueDay']}`]))
        .sort(),
      ['acceptance 2026-11-30', 'promised 2026-12-02', 'statutory 2026-12-21'],
    );
    // when one has answered, the other is waited for
    await opine(traffic, caseNo, 'trafficOpinion', 'agree');
    const waiting = await jointOf(id);
    assert.equal(waiting['result'], 'open');
    assert.deepEqual(waiting.opinions.map((one) => one['position']).sort(), ['agree', 'open']);
    await opine(road, caseNo, 'cityOpinion', 'agree');
    assert.equal((await jointOf(id))['result'], 'agreed');
    // then it is granted for the days decided
    await decide(caseNo, 'grant');
    const license = await eventually(server, async () => {
      const { licenses } = (await road.get(`/cases/${id}`)) as { licenses: Json[] };
      return licenses.find((one) => one['state'] === 'issued');
    });
    assert.deepEqual([license['validFrom'], license['validTo']], ['2026-11-23', '2026-12-02']);
    await reached(server, clerk, caseNo, 'deliver');
    await payBills(clerk, id);
    await completeStep(clerk, caseNo, 'deliver', { outcome: 'delivered', formData: filled('delivery') });
    assert.equal((await clerk.get(`/cases/${id}`))['state'], 'delivered');
  });

  it('takes a dissent to the heads of both departments; what they conclude decides', async () => {
    const { id, caseNo } = await asked();
    await opine(road, caseNo, 'cityOpinion', 'agree');
    await opine(traffic, caseNo, 'trafficOpinion', 'disagree');
    assert.equal((await jointOf(id))['result'], 'dissent');
    // given a record without the traffic police
    const alone = [{ department: 'csglw', name: '郭道管', post: '副主任' }];
    const twice = [...alone, { department: 'csglw', name: '刘路政', post: '科长' }];
    await assert.rejects(meet(caseNo, 'agree', { attendees: twice }), { code: 'meetingIncomplete' });
    const held = await meet(caseNo, 'agree');
    assert.equal((held['nextTasks'] as Json[])[0]?.['stepKey'], 'confirmMeeting');
    // when the other head objects to the record, they meet again
    await confirm(caseNo, 'objected');
    await meet(caseNo, 'agree');
    await confirm(caseNo, 'confirmed');
    const settled = await jointOf(id);
    assert.equal(settled['result'], 'agreed');
    assert.equal((settled['meeting'] as Json)['by'], '郭道管');
    await decide(caseNo, 'grant');
    assert.equal(((await road.get(`/cases/${id}`))['decision'] as Json)['kind'], 'grant');
  });

  it('cannot be granted against the conclusion of the heads, only refused', async () => {
    const { id, caseNo } = await asked();
    await opine(road, caseNo, 'cityOpinion', 'agree');
    await opine(traffic, caseNo, 'trafficOpinion', 'disagree');
    await meet(caseNo, 'disagree');
    await confirm(caseNo, 'confirmed');
    await assert.rejects(decide(caseNo, 'grant'), { code: 'jointNotAgreed' });
    await decide(caseNo, 'refuse');
    await reached(server, clerk, caseNo, 'deliverRefusal');
    await completeStep(clerk, caseNo, 'deliverRefusal', {
      outcome: 'delivered',
      formData: filled('delivery'),
    });
    const view = await clerk.get(`/cases/${id}`);
    assert.deepEqual(view['licenses'], []);
    const types = ((await road.get(`/cases/${id}/events`))['items'] as Json[]).map((event) => event['type']);
    assert.equal(types.filter((type) => type === 'jointResult').length, 2);
  });

  it('cannot be granted while nobody was asked, and asks anew after it is sent back', async () => {
    time.set('2026-11-23T10:00:00+08:00');
    const { id, caseNo } = await acceptedCase(clerk, pack);
    await completeStep(road, caseNo, 'review', {
      outcome: 'reject',
      formData: filled('review'),
      comment: '图纸不符',
    });
    await assert.rejects(decide(caseNo, 'grant'), { code: 'jointNotAgreed' });
    await decide(caseNo, 'back');
    for (const round of [1, 2]) {
      await completeStep(road, caseNo, 'review', { outcome: 'pass', formData: filled('review') });
      assert.equal((await jointOf(id))['result'], 'open', `asked anew, round ${round}`);
      await opine(road, caseNo, 'cityOpinion', 'agree');
      await opine(traffic, caseNo, 'trafficOpinion', 'agree');
      assert.equal((await jointOf(id))['result'], 'agreed');
      await decide(caseNo, round === 1 ? 'back' : 'grant');
    }
  });

  it('tells the supervisor once when a department does not answer, and waits on', async () => {
    const { id, caseNo } = await asked();
    time.set('2026-11-26T17:59:00+08:00');
    await server.settle();
    const found = () => server.app.models.findings.find({ caseId: id, kind: 'opinionMissing' }).lean();
    assert.deepEqual(await found(), []);
    time.set('2026-11-26T18:01:00+08:00');
    await server.settle();
    await server.settle();
    assert.deepEqual((await found()).map((one) => one.departmentId).sort(), ['csglw', 'jtzd']);
    await opine(traffic, caseNo, 'trafficOpinion', 'agree');
    assert.equal((await jointOf(id))['result'], 'open');
  });

  it('counts silence as agreement where the pack cites a rule for it', async () => {
    const seed = (await listSeedPacks()).find((entry) => entry.packCode === pack);
    const files = Object.entries(seed?.files ?? {}).map(([path, text]) => ({
      path,
      text: text.replace('means: escalate', 'means: agree, cite: 本市并联审批办法第九条'),
    }));
    await publishPack({
      app: server.app,
      publisher: { kind: 'system', name: 'spec' },
      packCode: pack,
      files,
      baseVersion: 1,
      note: 'silence',
    });
    const { id, caseNo } = await asked();
    await opine(road, caseNo, 'cityOpinion', 'agree');
    time.set('2026-11-26T18:01:00+08:00');
    await eventually(server, async () => ((await jointOf(id))['result'] === 'agreed' ? true : undefined));
    const silent = (await jointOf(id)).opinions.find((one) => one['step'] === 'trafficOpinion');
    assert.deepEqual([silent?.['position'], silent?.['silent']], ['agree', true]);
    await findTask(road, caseNo, 'decide');
    const events = (await road.get(`/cases/${id}/events`))['items'] as Json[];
    const said = events.find((event) => event['type'] === 'opinionBySilence')?.['text'] as Json;
    assert.match(String(said['zh-CN']), /逾期未答复“公安交管意见”，依本市并联审批办法第九条视为同意/);
  });
});
