import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiClient, type Json } from '../../../scripts/journey/apiClient.ts';
import { decisionGranted, restaurant, reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { reached } from '../../../scripts/journey/itemCase.ts';
import {
  acceptCase,
  completeStep,
  demoPassword,
  draftFoodLicense,
  signIn,
} from '../../../scripts/journey/steps.ts';
import type { PackFile } from '../catalog/model.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const asking = '请为本次服务评价';

describe('the message that asks for a rating', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let approver: ApiClient;
  let phones = 0;

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    [clerk, approver] = [await signIn(server.base, 'clerk'), await signIn(server.base, 'approver')];
  });
  after(() => server.close());

  /** A refused case that waits to be handed over at the window, and the phone of its applicant. */
  const refused = async (applicant: Json = {}) => {
    phones += 1;
    const phone = `1380000${String(2000 + phones)}`;
    const { id, version } = await draftFoodLicense(clerk);
    await clerk.patch(`/cases/${String(id)}`, Number(version), {
      applicant: { ...restaurant, phone, ...applicant },
      agent: null,
    });
    const { caseNo } = (await acceptCase(clerk, String(id))) as { caseNo: string };
    await completeStep(approver, caseNo, 'review', {
      outcome: 'reject',
      comment: '不符合条件',
      formData: { ...reviewPassed },
    });
    await completeStep(approver, caseNo, 'decide', {
      outcome: 'refuse',
      comment: '经营场所不符合规定',
      formData: decisionGranted,
      password: demoPassword,
    });
    const task = await reached(server, clerk, caseNo, 'deliverRefusal');
    const { progressToken } = await clerk.get(`/cases/${String(id)}`);
    return {
      id: String(id),
      phone,
      task: String(task['id']),
      link: `/public/progress/${String(progressToken)}`,
    };
  };
  const handOver = (task: string) =>
    clerk.post(`/tasks/${task}/pick-up`, {
      kind: 'legalRepresentative',
      name: restaurant.legalRepresentative,
      idNumber: '110105194912310038',
    });
  const told = async (phone: string): Promise<Json[]> => {
    await server.settle();
    await server.settle();
    const { items } = await new ApiClient(server.base).get(`/dev/messages?to=${phone}`);
    return (items as Json[]).filter(({ title, kind }) => title === asking && kind === 'sms');
  };

  it('goes out once, after the decision was handed over, with the link at which the service is rated', async () => {
    const { phone, task, link } = await refused();
    assert.deepEqual(await told(phone), [], 'nothing is asked before the delivery');
    await handOver(task);
    const [message, ...more] = await told(phone);
    assert.equal(more.length, 0);
    assert.ok(String(message?.['text']).includes(link.replace('/public', '')));
    assert.equal((await told(phone)).length, 1);
    const anyone = new ApiClient(server.base);
    await anyone.post(`${link}/rating`, { grade: 5 });
    await assert.rejects(anyone.post(`${link}/rating`, { grade: 5 }), { code: 'alreadyRated' });
  });

  it('does not go out to whoever has rated, also while it waited, or has no phone', async () => {
    const rated = await refused();
    await new ApiClient(server.base).post(`${rated.link}/rating`, { grade: 4 });
    await handOver(rated.task);
    assert.deepEqual(await told(rated.phone), []);
    const mute = await refused({ phone: '' });
    await handOver(mute.task);
    const subject = await server.app.models.cases.findOne({ _id: mute.id }).lean();
    assert.deepEqual([subject?.state, subject?.ratingAskedAt], ['delivered', undefined]);
  });

  it('has the words of the pack where it has some, and is no text message where the pack says so', async () => {
    const designer = await signIn(server.base, 'designer');
    const { files, version } = await designer.get('/packs/scjg-food');
    const publish = (text: string, baseVersion: unknown) =>
      designer.post('/packs/scjg-food/versions', {
        files: [...(files as PackFile[]), { path: 'notices/rateService.yaml', text }],
        baseVersion,
        note: '评价短信',
      } as unknown as Json);
    const words = (channels: string) =>
      `title: {zh-CN: 市场监管局请您评价, en: Your opinion}\nbody: {zh-CN: '{{itemName}}办得怎么样？{{progressUrl}}', en: 'How was {{itemName}}? {{progressUrl}}'}\nchannels: ${channels}\n`;
    const own = await publish(words('[inApp, sms]'), version);
    const spoken = await refused();
    await handOver(spoken.task);
    await told(spoken.phone);
    const { items } = await new ApiClient(server.base).get(`/dev/messages?to=${spoken.phone}`);
    assert.ok((items as Json[]).some(({ title }) => title === '市场监管局请您评价'));
    await publish(words('[inApp]'), own['version']);
    const silent = await refused();
    await handOver(silent.task);
    await told(silent.phone);
    const { items: none } = await new ApiClient(server.base).get(`/dev/messages?to=${silent.phone}`);
    assert.ok((none as Json[]).every(({ title }) => !String(title).includes('评价')));
  });
});
