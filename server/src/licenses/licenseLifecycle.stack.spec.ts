import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { draftOf, officerOf, reachStep, walkStep } from '../testing/officerOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const packCode = 'wjw-public-place-health';
const applicant = {
  kind: 'legal',
  name: '北京兴旺宾馆有限公司',
  idType: '001',
  idNumber: '11110000000021135M',
  legalRepresentative: '王建国',
};

describe('a license through amendment, reissue and deregistration', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let officer: ApiClient;
  const versions: Json[] = [];

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food', 'wjw-public-place-health'] });
    clerk = await signIn(server.base, 'clerk');
    officer = await officerOf(server, 'wjw');
  });
  after(() => server.close());

  it('is issued for four years', async () => {
    const license = await grant('new', { steps: ['inspect'] });
    assert.equal(license?.['version'], 1);
    assert.deepEqual([license?.['validFrom'], license?.['validTo']], ['2026-11-02', '2030-11-01']);
  });

  it('is amended: same number and term, next version, the old one superseded for everybody to see', async () => {
    time.set('2026-11-16T10:00:00+08:00');
    const first = versions[0];
    const amended = await grant('amend', { licenseId: first?.['id'] });
    assert.equal(amended?.['licenseNo'], first?.['licenseNo']);
    assert.equal(amended?.['version'], 2);
    assert.equal(amended?.['validTo'], '2030-11-01');
    const fields = await fieldsOf(amended);
    assert.equal(fields['operatorName'], '北京兴旺酒店管理有限公司');
    // what the amendment did not ask about stands as before
    assert.equal(fields['placeKind'], '住宿场所（宾馆、旅店、招待所）');
    assert.equal(fields['premisesAddress'], '北京市大兴区黄村镇兴华大街一段12号');
    const seen = await clerk.get(`/public/licenses/${String(first?.['identifier'])}`);
    assert.equal(seen['state'], 'superseded');
    assert.equal((seen['replacedBy'] as Json)['identifier'], amended?.['identifier']);
  });

  it('is reissued when lost: nothing but the version changes', async () => {
    time.set('2026-11-17T10:00:00+08:00');
    const before = versions[1];
    const again = await grant('reissue', { licenseId: before?.['id'] });
    assert.deepEqual(
      [again?.['licenseNo'], again?.['version'], again?.['validFrom'], again?.['validTo']],
      [before?.['licenseNo'], 3, before?.['validFrom'], before?.['validTo']],
    );
    assert.deepEqual(await fieldsOf(again), await fieldsOf(before));
  });

  it('is not reissued to somebody else, and what another item issued is refused', async () => {
    const other = { ...applicant, name: '北京兴旺家常菜餐饮有限公司', idNumber: '91110115MA01A2B3CK' };
    const draft = await draftOf(server, clerk, {
      packCode,
      operation: 'reissue',
      applicant: other,
      licenseId: String(versions[2]?.['id']),
    });
    await assert.rejects(clerk.post(`/cases/${String(draft['id'])}/receive`), {
      code: 'licenseOfOtherHolder',
    });
    const food = await draftOf(server, clerk, {
      packCode: 'scjg-food',
      operation: 'renew',
      applicant,
      licenseId: String(versions[2]?.['id']),
    });
    await assert.rejects(clerk.post(`/cases/${String(food['id'])}/receive`), { code: 'licenseOfOtherKind' });
  });

  it('is deregistered, also when the version was named that it had at the window, and never comes back', async () => {
    time.set('2026-11-18T10:00:00+08:00');
    const stale = versions[1];
    // an amendment is on its way when the license is given up
    const pending = await accepted('amend', { licenseId: stale?.['id'] });
    const none = await grant('deregister', { licenseId: stale?.['id'] });
    assert.equal(none, undefined, 'nothing is issued');
    const seen = await clerk.get(`/public/licenses/${String(versions[2]?.['identifier'])}`);
    assert.equal(seen['state'], 'deregistered');
    const draft = await draftOf(server, clerk, {
      packCode,
      operation: 'deregister',
      applicant,
      licenseId: String(stale?.['id']),
    });
    await assert.rejects(clerk.post(`/cases/${String(draft['id'])}/receive`), { code: 'licenseUnfit' });
    await walk(pending, ['review', 'decide']);
    await server.settle();
    const states = await server.app.models.licenses
      .find({ tenant: server.app.tenant, licenseNo: String(stale?.['licenseNo']) })
      .sort({ versionNo: 1 })
      .lean();
    assert.deepEqual(
      states.map(({ state }) => state),
      ['superseded', 'superseded', 'deregistered'],
    );
    const log = await server.app.models.licenseLog
      .find({ licenseId: states[2]?._id ?? '', type: 'deregistered' })
      .lean();
    assert.equal(log.length, 1);
    assert.equal(log[0]?.purpose, '《中华人民共和国行政许可法》第七十条');
  });

  async function accepted(operation: string, options: { licenseId?: unknown }): Promise<string> {
    const draft = await draftOf(server, clerk, {
      packCode,
      operation,
      applicant,
      ...(options.licenseId === undefined ? {} : { licenseId: String(options.licenseId) }),
    });
    const id = String(draft['id']);
    await clerk.post(`/cases/${id}/receive`);
    return String((await clerk.post(`/cases/${id}/accept`))['caseNo']);
  }

  async function walk(caseNo: string, steps: readonly string[]): Promise<void> {
    for (const step of steps)
      await walkStep(server, officer, {
        packCode,
        caseNo,
        step,
        outcome: step === 'decide' ? 'grant' : 'pass',
      });
  }

  /** Takes an operation to its grant; the license that comes of it. */
  async function grant(
    operation: string,
    options: { licenseId?: unknown; steps?: readonly string[] } = {},
  ): Promise<Json | undefined> {
    const caseNo = await accepted(operation, options);
    await walk(caseNo, ['review', ...(options.steps ?? []), 'decide']);
    await reachStep(server, clerk, caseNo, 'deliver');
    const [subject] = (await clerk.get(`/cases?caseNo=${caseNo}`))['items'] as Json[];
    const view = await clerk.get(`/cases/${String(subject?.['id'])}`);
    const [license] = view['licenses'] as Json[];
    if (license !== undefined) versions.push(license);
    return license;
  }

  async function fieldsOf(license: Json | undefined): Promise<Record<string, unknown>> {
    const view = await clerk.get(`/licenses/${String(license?.['id'])}?useCause=核对`);
    return Object.fromEntries((view['fields'] as Json[]).map(({ key, value }) => [String(key), value]));
  }
});
