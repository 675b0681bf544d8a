import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { draftOf, officerOf, walkStep } from '../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { readExternalStates } from './readExternalStates.ts';
import type { SimulatedExternalSystems } from './simulatedExternalSystems.ts';

const packCode = 'sthj-discharge';
const applicant = {
  kind: 'legal',
  name: '北京兴源食品有限公司',
  idType: '001',
  idNumber: '11110000000021135M',
  legalRepresentative: '王建国',
};

describe('an item that is mirrored from a national platform', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let officer: ApiClient;
  let platform: SimulatedExternalSystems;
  let id = '';
  let caseNo = '';
  const at = (step: string, outcome: string, formData: Json = {}) =>
    walkStep(server, officer, { packCode, caseNo, step, outcome, formData });

  before(async () => {
    server = await startTestServer({ time, packs: ['sthj-discharge'] });
    clerk = await signIn(server.base, 'clerk');
    officer = await officerOf(server, 'sthj');
    platform = server.app.external as SimulatedExternalSystems;
  });
  after(() => server.close());

  it('is accepted while the platform is away: nothing waits for it', async () => {
    platform.away = true;
    const draft = await draftOf(server, clerk, { packCode, operation: 'new', applicant });
    id = String(draft['id']);
    await clerk.post(`/cases/${id}/receive`);
    caseNo = String((await clerk.post(`/cases/${id}/accept`))['caseNo']);
    await server.settle();
    assert.equal((await clerk.get(`/cases/${id}/external`))['number'], null);
    await at('review', 'pass', { siteCheck: 'no' });
  });

  it('is not granted before the platform has given the number of the license', async () => {
    await assert.rejects(at('decide', 'grant'), { code: 'externalNumberMissing' });
  });

  it('is handed over once the platform is back, with what it asks for: nobody keys it again', async () => {
    platform.away = false;
    time.set('2026-11-02T10:05:00+08:00');
    await server.settle();
    const view = await clerk.get(`/cases/${id}/external`);
    assert.match(String(view['number']), /^[0-9A-Z]{18}[0-9]{3}[A-Z]$/);
    assert.deepEqual([view['status'], view['state']], ['已受理', 'accepted']);
    const sent = platform.received.get(caseNo)?.fields;
    assert.deepEqual(
      [sent?.['enterpriseName'], sent?.['creditCode'], sent?.['localCaseNo']],
      [applicant.name, applicant.idNumber, caseNo],
    );
    const pushes = await server.app.models.outbox.countDocuments({ caseId: id, destination: 'external' });
    assert.equal(pushes, 1);
  });

  it('is asked about every four hours, and what is new is in the audit once', async () => {
    const number = String((await clerk.get(`/cases/${id}/external`))['number']);
    platform.tell(packCode, number, '补正');
    assert.equal(await readExternalStates(server.app), 0, 'not due yet');
    time.set('2026-11-02T14:05:00+08:00');
    assert.equal(await readExternalStates(server.app), 1);
    time.set('2026-11-02T18:06:00+08:00');
    await readExternalStates(server.app);
    const view = await clerk.get(`/cases/${id}/external`);
    assert.deepEqual([view['status'], view['state']], ['补正', 'supplementing']);
    const events = await server.app.models.events
      .find({ caseId: id, type: 'externalStatusChanged' })
      .sort({ seq: 1 })
      .lean();
    assert.deepEqual(
      events.map(({ details }) => details['status']),
      ['已受理', '补正'],
    );
  });

  it('takes number and status by hand only from the deciding department, and only what the platform may say', async () => {
    await assert.rejects(clerk.post(`/cases/${id}/external`, { status: '已发证' }), { code: 'forbidden' });
    await assert.rejects(officer.post(`/cases/${id}/external`, { number: '12' }), {
      code: 'externalNumberInvalid',
    });
    await assert.rejects(officer.post(`/cases/${id}/external`, { status: '审批中' }), {
      code: 'externalStatusUnknown',
    });
    const view = await officer.post(`/cases/${id}/external`, { status: '已发证' });
    assert.equal(view['state'], 'granted');
  });

  it('issues the license under the number of the platform', async () => {
    await at('decide', 'grant');
    const number = (await clerk.get(`/cases/${id}/external`))['number'];
    for (let round = 0; round < 40; round += 1) {
      await server.settle();
      const license = await server.app.models.licenses.findOne({ caseId: id, state: 'issued' }).lean();
      if (license !== null) {
        assert.equal(license.licenseNo, number);
        return;
      }
    }
    assert.fail('no license');
  });
});
