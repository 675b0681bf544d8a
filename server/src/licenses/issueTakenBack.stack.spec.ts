import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { demoPassword, signIn } from '../../../scripts/journey/steps.ts';
import type { AppContext } from '../app/appContext.ts';
import { topics } from '../engineLink/workers.ts';
import { draftOf, officerOf } from '../testing/officerOf.ts';
import { packCode, passPlaceHealth } from '../testing/placeHealthLicense.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { issueLicense } from './issueLicense.ts';

const applicant = {
  ...{ kind: 'legal', name: '北京兴旺宾馆有限公司', idType: '001' },
  ...{ idNumber: '11110000000021135M', legalRepresentative: '王建国' },
};

describe('the license worker that meets a decision taken back meanwhile', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let officer: ApiClient;
  let head: ApiClient;

  // The workers stand still: what they do is called here, at the moment that matters.
  before(async () => {
    server = await startTestServer({ time, packs: [packCode], workers: false });
    clerk = await signIn(server.base, 'clerk');
    officer = await officerOf(server, 'wjw');
    head = await officerOf(server, 'wjw', ['head']);
  });
  after(() => server.close());

  it('issues nothing when the order comes after the result of the appeal', async () => {
    const subject = await decided('new');
    await takeBack(subject);
    await work(subject);
    assert.deepEqual(await licensesOf(subject), []);
  });

  it('leaves the draft a draft when the result comes while it is drawn, however often it is tried again', async () => {
    const subject = await decided('new');
    const { app } = server;
    const id = String(subject['id']);
    const drawn = await issueLicense({
      ...{ app: drawingWhile(() => takeBack(subject)), caseId: id, decisionNo: 1 },
    });
    assert.equal(drawn.state, 'draft', 'nobody is told of a license that was not issued');
    await work(subject);
    assert.equal((await issueLicense({ app, caseId: id, decisionNo: 1 })).state, 'draft');
    const [license, ...others] = await licensesOf(subject);
    assert.equal(others.length, 0);
    assert.deepEqual(
      [license?.state, license?.fileId, license?.issuedAt, license?.nextReminderAt],
      ['draft', undefined, undefined, undefined],
    );
    // Nobody meets it: not on the case, not in the register, not at verification; it has no log and no checks.
    assert.deepEqual((await clerk.get(`/cases/${id}`))['licenses'], []);
    const verified = await clerk.get(`/public/licenses/${drawn.identifier}`);
    assert.equal(verified['found'], false);
    assert.equal(await app.models.licenseLog.countDocuments({ licenseId: drawn._id }), 0);
    assert.equal(await app.models.checks.countDocuments({ licenseId: drawn._id }), 0);
    const events = JSON.stringify(await head.get(`/cases/${id}/events`));
    assert.doesNotMatch(events, /licenseIssued|licenseAnnulled/);
  });

  it('leaves the version in force that was to be replaced, and gives the number of the draft to no other', async () => {
    const first = await decided('new');
    await work(first);
    const [old] = await licensesOf(first);
    assert.equal(old?.state, 'issued');
    const amendment = await decided('amend', String(old?._id));
    await issueLicense({
      ...{ app: drawingWhile(() => takeBack(amendment)), caseId: String(amendment['id']), decisionNo: 1 },
    });
    const kept = await server.app.models.licenses.findOne({ _id: old?._id ?? '' }).lean();
    assert.deepEqual([kept?.state, kept?.supersededBy], ['issued', undefined]);
    const log = await server.app.models.licenseLog.find({ licenseId: old?._id ?? '' }).lean();
    assert.deepEqual(
      log.map(({ type }) => type).filter((type) => type !== 'used'),
      ['issued'],
    );
    const next = await decided('amend', String(old?._id));
    await work(next);
    const [third] = await licensesOf(next);
    assert.deepEqual([third?.state, third?.versionNo, third?.licenseNo], ['issued', 3, old?.licenseNo]);
    const gone = await decided('deregister', String(third?._id));
    await takeBack(gone);
    await work(gone);
    assert.equal(
      (await licensesOf(next))[0]?.state,
      'issued',
      'a deregistration that was taken back ends nothing',
    );
  });

  const licensesOf = ({ id }: Json) => server.app.models.licenses.find({ caseId: String(id) }).lean();

  /** What the process asks of the license worker. */
  const work = async ({ caseNo }: Json) =>
    topics['issue-license']?.(server.app, {
      ...{ caseNo: String(caseNo), decisionNo: 1, activityId: 'issueLicense', input: () => undefined },
    });

  /** The same installation; once a license is drawn, something else happens before it is issued. */
  function drawingWhile(meanwhile: () => Promise<void>): AppContext {
    const { app } = server;
    const license: AppContext['drawing']['license'] = async (order) => {
      const pdf = await app.drawing.license(order);
      await meanwhile();
      return pdf;
    };
    return { ...app, drawing: { ...app.drawing, license } };
  }

  async function takeBack({ id }: Json): Promise<void> {
    const path = `/cases/${String(id)}/appeals`;
    const { id: appealId } = await officer.post(path, { kind: 'reconsideration', lodgedOn: '2026-11-02' });
    await head.post(`${path}/${String(appealId)}/result`, {
      ...{ outcome: 'revoked', reason: '主要事实不清，证据不足。', documentNo: '京兴政复决字〔2026〕31号' },
      ...{ ground: 'facts', anew: false, password: demoPassword },
    });
  }

  /** Granted; nothing that follows from it has been done yet. */
  async function decided(operation: string, licenseId?: string): Promise<Json> {
    const about = licenseId === undefined ? {} : { licenseId };
    const draft = await draftOf(server, clerk, { packCode, operation, applicant, ...about });
    const id = String(draft['id']);
    await clerk.post(`/cases/${id}/receive`);
    const caseNo = String((await clerk.post(`/cases/${id}/accept`))['caseNo']);
    const steps = ['review', ...(operation === 'new' ? ['inspect'] : []), 'decide'];
    for (const step of steps) await passPlaceHealth(server, officer, { caseNo, step });
    return clerk.get(`/cases/${id}`);
  }
});
