import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listSeedPacks } from '@onewindow/processes';
import type { ApiClient, ApiProblem, Json } from '../../../scripts/journey/apiClient.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { publishPack } from '../catalog/publishPack.ts';
import { draftOf, officerOf, reachStep, walkStep } from '../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { sweepExpiry } from './sweepExpiry.ts';

const packCode = 'wjw-public-place-health';
const applicant = {
  kind: 'legal',
  name: '北京兴旺宾馆有限公司',
  idType: '001',
  idNumber: '11110000000021135M',
  legalRepresentative: '王建国',
};

describe('a license that comes to its last day', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let second: TestServer;
  let clerk: ApiClient;
  let officer: ApiClient;
  let license: Json = {};

  before(async () => {
    server = await startTestServer({ time, packs: ['wjw-public-place-health'] });
    second = await startTestServer({ time, workers: false, sharing: server });
    clerk = await signIn(server.base, 'clerk');
    officer = await officerOf(server, 'wjw');
    const first = await grant('new', ['review', 'inspect', 'decide']);
    time.set('2026-11-16T10:00:00+08:00');
    license = await grant('amend', ['review', 'decide'], String(first['id']));
  });
  after(async () => {
    await second.close();
    await server.close();
  });

  it('is not renewed too early: the window is told the rule and the first day', async () => {
    await allowFrom('90 day');
    const draft = await draftOf(server, clerk, {
      packCode,
      operation: 'renew',
      applicant,
      licenseId: String(license['id']),
    });
    await assert.rejects(clerk.post(`/cases/${String(draft['id'])}/receive`), (error: ApiProblem) => {
      assert.deepEqual([error.status, error.code], [422, 'renewalTooEarly']);
      assert.match(
        JSON.stringify(error.problem),
        /实施细则》第二十七条有效期届满前90个自然日至30个自然日申请延续，2030-08-03 起/,
      );
      return true;
    });
    assert.equal((await clerk.get(`/cases/${String(draft['id'])}`))['state'], 'draft');
  });

  it('is reminded of once each, in its present version, also after downtime and by two servers', async () => {
    time.set('2030-10-10T09:00:00+08:00');
    await Promise.all([server, second, server, second].map(({ app }) => sweepExpiry(app)));
    await sweepExpiry(server.app);
    const events = await server.app.models.events
      .find({ tenant: server.app.tenant, type: 'expiryReminded' })
      .sort({ seq: 1 })
      .lean();
    assert.deepEqual(
      events.map(({ caseId, details }) => [caseId, details['before'], details['dueAt']]),
      [
        [license['caseId'], '90 day', '2030-08-03T01:00:00.000Z'],
        [license['caseId'], '30 day', '2030-10-02T01:00:00.000Z'],
      ],
    );
    const notices = await server.app.models.outbox
      .find({ tenant: server.app.tenant, type: 'sendNotice', 'payload.notice': 'expiryReminder' })
      .lean();
    assert.equal(notices.length, 2);
  });

  it('stands in the list of its department, with when its renewal may be asked for', async () => {
    officer = await officerOf(server, 'wjw');
    const items = async (client: ApiClient, days: number) =>
      (await client.get(`/licenses/expiring?days=${days}`))['items'] as Json[];
    assert.deepEqual(await items(officer, 21), []);
    const [expiring, ...others] = await items(officer, 22);
    assert.deepEqual(others, [], 'the version that was replaced does not expire');
    assert.deepEqual([expiring?.['id'], expiring?.['validTo']], [license['id'], '2030-11-01']);
    assert.equal((expiring?.['renewal'] as Json | undefined)?.['latest'], '2030-10-02');
    assert.equal(expiring?.['reminded'], 2);
    assert.equal(JSON.stringify(expiring).includes('兴旺宾馆'), false, 'the holder is masked');
    assert.deepEqual(await items(await officerOf(server, 'scjg'), 90), []);
    clerk = await signIn(server.base, 'clerk');
    await assert.rejects(clerk.get('/licenses/expiring'), { status: 403 });
  });

  it('needs no reminder once it is not in force any more', async () => {
    await server.app.models.licenses.updateOne(
      { _id: String(license['id']) },
      { $set: { state: 'deregistered', nextReminderAt: time.now() } },
    );
    await sweepExpiry(server.app);
    const stored = await server.app.models.licenses.findOne({ _id: String(license['id']) }).lean();
    assert.equal(stored?.nextReminderAt, undefined);
    assert.equal(await server.app.models.events.countDocuments({ type: 'expiryReminded' }), 2);
  });

  /** Publishes the item with an earliest day for renewals. */
  async function allowFrom(earliest: string): Promise<void> {
    const seed = (await listSeedPacks()).find((entry) => entry.packCode === packCode);
    const files = Object.entries(seed?.files ?? {}).map(([path, text]) => ({
      path,
      text: text.replace('  renewal:\n', `  renewal:\n    earliest: ${earliest}\n`),
    }));
    await publishPack({
      app: server.app,
      publisher: { kind: 'system', name: 'spec' },
      packCode,
      files,
      baseVersion: 1,
      note: 'earliest',
    });
  }

  async function grant(operation: string, steps: readonly string[], licenseId?: string): Promise<Json> {
    const draft = await draftOf(server, clerk, {
      packCode,
      operation,
      applicant,
      ...(licenseId === undefined ? {} : { licenseId }),
    });
    const id = String(draft['id']);
    await clerk.post(`/cases/${id}/receive`);
    const caseNo = String((await clerk.post(`/cases/${id}/accept`))['caseNo']);
    for (const step of steps)
      await walkStep(server, officer, {
        packCode,
        caseNo,
        step,
        outcome: step === 'decide' ? 'grant' : 'pass',
      });
    await reachStep(server, clerk, caseNo, 'deliver');
    const [issued] = (await clerk.get(`/cases/${id}`))['licenses'] as Json[];
    return { ...issued, caseId: id };
  }
});
