import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DocumentKind } from '@onewindow/processes';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { decisionGranted, reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { reached } from '../../../scripts/journey/itemCase.ts';
import {
  acceptCase,
  completeInspection,
  completeStep,
  demoPassword,
  draftFoodLicense,
  signIn,
} from '../../../scripts/journey/steps.ts';
import type { DocumentContent } from '../documents/composeContent.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { SimulatedCarriers } from './simulatedCarriers.ts';

describe('delivery of a decision', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let carriers: SimulatedCarriers;
  let clerk: ApiClient;
  let village: ApiClient;
  let approver: ApiClient;

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    assert.ok(server.app.carriers instanceof SimulatedCarriers);
    carriers = server.app.carriers;
    [clerk, village, approver] = (await Promise.all(
      ['clerk', 'village', 'approver'].map((name) => signIn(server.base, name)),
    )) as [ApiClient, ApiClient, ApiClient];
  });
  after(() => server.close());

  /** The content of the last document of a kind. */
  const contentOf = async (caseId: string, kind: DocumentKind) => {
    const entry = await server.app.models.caseDocuments
      .findOne({ tenant: server.app.tenant, caseId, kind })
      .lean();
    assert.ok(entry, `no ${kind}`);
    return server.app.cipher.open<DocumentContent>(entry.sealedContent, entry._id);
  };
  const deliveryClock = async (id: string) =>
    ((await clerk.get(`/cases/${id}/clocks`))['items'] as Json[]).find(({ kind }) => kind === 'delivery');

  describe('a refusal, fetched at the window', () => {
    let id = '';
    let task: Json;

    before(async () => {
      time.set('2026-11-02T10:00:00+08:00');
      id = String((await draftFoodLicense(clerk))['id']);
      const { caseNo } = (await acceptCase(clerk, id)) as { caseNo: string };
      await completeStep(approver, caseNo, 'review', {
        outcome: 'reject',
        comment: '不符合条件',
        formData: { ...reviewPassed },
      });
      await completeStep(approver, caseNo, 'decide', {
        outcome: 'refuse',
        comment: '经营场所与污染源的距离不符合规定',
        formData: decisionGranted,
        password: demoPassword,
      });
      task = await reached(server, clerk, caseNo, 'deliverRefusal');
    });

    it('does not go out without reason, reconsideration body, court and their time limits', async () => {
      const { template, data } = await contentOf(id, 'refusalDecision');
      const text = JSON.stringify(template.blocks);
      assert.ok(String(data.values['reason']) !== '' && text.includes('理由'));
      assert.match(text, /六十日内向.*申请行政复议.*六个月内.*提起行政诉讼/);
      for (const key of ['reconsiderationBody', 'court'])
        assert.ok(text.includes(String(data.values[key])) || text.includes(`{{${key}}}`), key);
      assert.deepEqual(
        [data.values['reconsiderationBody'], data.values['court']],
        ['北京市大兴区人民政府', '北京市大兴区人民法院'],
      );
    });

    it('is given only to whom the case names, or against a letter of authorisation', async () => {
      time.set('2026-11-04T14:00:00+08:00');
      const path = `/tasks/${String(task['id'])}/pick-up`;
      const fetch = (body: Json) => clerk.post(path, body);
      const agent = { kind: 'agent', name: '李小兰', idNumber: '11010519491231002X' };
      await assert.rejects(village.post(path, agent), { code: 'notFound' });
      await assert.rejects(fetch({ ...agent, idNumber: '110105194912310021' }), { code: 'invalidRequest' });
      await assert.rejects(fetch({ ...agent, name: '李大兰' }), { code: 'receiverMismatch' });
      await assert.rejects(fetch({ ...agent, kind: 'applicant' }), { code: 'receiverMismatch' });
      await assert.rejects(fetch({ ...agent, kind: 'other' }), { code: 'invalidRequest' });
      const done = await fetch(agent);
      assert.equal(done['state'], 'delivered');
      const { values } = (await contentOf(id, 'deliveryReceipt')).data;
      assert.deepEqual(
        [values['receivedBy'], values['proxy'], values['deliveryMethod'], values['signedAt']],
        ['李小兰', '办件登记的代办人', '窗口领取', '2026年11月4日 14:00'],
      );
      assert.match(String(values['remark']), /已核对.*尾号002X/);
      // 5 working days of the food rules from 2 November; stopped by the proof
      const clock = await deliveryClock(id);
      assert.deepEqual([clock?.['dueDay'], clock?.['light']], ['2026-11-09', 'doneOnTime']);
    });
  });

  describe('a grant, sent', () => {
    let id = '';
    let task: Json;
    const wish = (body: Json) => clerk.put(`/cases/${id}/delivery-wish`, body);
    const send = (body: Json) => clerk.post(`/tasks/${String(task['id'])}/deliveries`, body);

    before(async () => {
      time.set('2026-11-09T10:00:00+08:00');
      id = String((await draftFoodLicense(clerk))['id']);
      const { caseNo } = (await acceptCase(clerk, id)) as { caseNo: string };
      await completeStep(approver, caseNo, 'review', { outcome: 'pass', formData: reviewPassed });
      await completeInspection(approver, caseNo, { outcome: 'pass', day: '2026-11-09' });
      await completeStep(approver, caseNo, 'decide', {
        outcome: 'grant',
        formData: decisionGranted,
        password: demoPassword,
      });
      task = await reached(server, clerk, caseNo, 'deliver');
    });

    it('goes by post to the recorded address only, gets a number, and may come back', async () => {
      await assert.rejects(send({ method: 'post' }), { code: 'deliveryAddressMissing' });
      await assert.rejects(wish({ method: 'post' }), { code: 'invalidRequest' });
      await assert.rejects(village.put(`/cases/${id}/delivery-wish`, { method: 'window' }), {
        code: 'notFound',
      });
      await wish({ method: 'post', address: '北京市大兴区黄村镇兴华大街1号' });
      const sent = await send({ method: 'post' });
      assert.equal(sent['state'], 'underway');
      const trackingNo = String(sent['trackingNo']);
      assert.match(trackingNo, /^EM\d{11}CN$/);
      assert.equal(carriers.taken.get(trackingNo)?.address, '北京市大兴区黄村镇兴华大街1号');
      await assert.rejects(send({ method: 'post' }), { code: 'deliveryUnderway' });
      carriers.tell(trackingNo, {
        state: 'returned',
        at: new Date('2026-11-11T10:00:00+08:00'),
        reason: '查无此人',
      });
      time.set('2026-11-11T11:00:00+08:00');
      await server.settle();
      const view = (await clerk.get(`/tasks/${String(task['id'])}`))['delivery'] as Json;
      const [first] = view['tries'] as Json[];
      assert.deepEqual([first?.['state'], first?.['returnReason']], ['returned', '查无此人']);
      // the clock goes on
      const clock = await deliveryClock(id);
      assert.deepEqual([clock?.['dueDay'], clock?.['state']], ['2026-11-16', 'running']);
    });

    it('goes electronically only with consent, and counts when it reached the applicant', async () => {
      await assert.rejects(send({ method: 'electronic' }), { code: 'deliveryConsentMissing' });
      await assert.rejects(wish({ method: 'electronic', address: 'a@example.test' }), {
        code: 'invalidRequest',
      });
      await wish({ method: 'electronic', address: 'a@example.test', consent: true });
      carriers.away = true;
      const sent = await send({ method: 'electronic' });
      assert.equal(sent['state'], 'pending', 'the carrier is away: it goes out later');
      carriers.away = false;
      time.set('2026-11-11T11:05:00+08:00');
      await server.settle();
      const [underway] = [...carriers.taken].filter(([, { method }]) => method === 'electronic');
      assert.ok(underway);
      carriers.tell(underway[0], { state: 'delivered', at: new Date('2026-11-12T09:12:00+08:00') });
      // learnt of after the delivery was due, but it reached the applicant in time
      time.set('2026-11-17T09:00:00+08:00');
      await server.settle();
      const view = await clerk.get(`/cases/${id}`);
      assert.equal(view['state'], 'delivered');
      const clock = await deliveryClock(id);
      assert.deepEqual([clock?.['light'], clock?.['stoppedAt']], ['doneOnTime', '2026-11-12T01:12:00.000Z']);
      const { values } = (await contentOf(id, 'deliveryReceipt')).data;
      assert.equal(values['deliveryMethod'], '电子送达');
      assert.match(String(values['remark']), /2026年11月12日 09:12到达.*DZ\d{11}CN/);
      const events = (await clerk.get(`/cases/${id}/events`))['items'] as Json[];
      const delivered = events.find(({ type }) => type === 'delivered')?.['actor'] as Json;
      assert.equal(delivered['name'], '送达回传');
      assert.ok(!JSON.stringify(events).includes('a@example.test'));
    });
  });
});
