import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { eventually } from '../../../scripts/journey/itemCase.ts';
import { demoPassword, signIn } from '../../../scripts/journey/steps.ts';
import { officerOf, reachStep } from '../testing/officerOf.ts';
import { grantPlaceHealth, packCode } from '../testing/placeHealthLicense.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const paper = {
  documentNo: '京兴政复决字〔2026〕44号',
  reason: '许可范围部分没有依据。',
  password: demoPassword,
};
const scope = 'license.placeKind';

describe('a decision of which an appeal changes parts', () => {
  const time = new TestTime('2026-11-02T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let officer: ApiClient;
  let head: ApiClient;
  let granted: Json;
  let path: string;

  before(async () => {
    server = await startTestServer({ time, packs: [packCode] });
    clerk = await signIn(server.base, 'clerk');
    officer = await officerOf(server, 'wjw');
    head = await officerOf(server, 'wjw', ['head']);
    granted = await grantPlaceHealth(server, { clerk, officer }, { operation: 'new' });
    path = `/cases/${String(granted['id'])}/appeals`;
  });
  after(() => server.close());

  it('offers what the decision says to whoever tells the result, and to nobody else', async () => {
    await officer.post(path, { kind: 'reconsideration', lodgedOn: '2026-11-02' });
    const parts = (await head.get(path))['parts'] as { key: string; value: string }[];
    assert.ok(parts.some(({ key, value }) => key === scope && value !== ''));
    assert.equal(parts.find(({ key }) => key === 'license.validTo')?.value, '2030-11-01');
    assert.ok(parts.every(({ key }) => key !== 'decision.reason'));
    assert.deepEqual((await officer.get(path))['parts'], []);
    assert.deepEqual((await clerk.get(path))['parts'], []);
    const elsewhere = await officerOf(server, 'mzj', ['head']);
    await assert.rejects(elsewhere.get(path), { code: 'notFound' });
  });

  it('refuses what the paper cannot have said', async () => {
    const told = { ...paper, outcome: 'revokedInPart' };
    const change = (after: string, key = scope) => ({ ...told, parts: [{ key, after }] });
    await assert.rejects(tell(told), { code: 'appealPartsMissing' });
    await assert.rejects(tell(change('x', 'license.nothing')), { code: 'appealPartUnknown' });
    const holder = change('北京另一家宾馆有限公司', 'license.operatorName');
    await assert.rejects(tell(holder), { code: 'appealPartUnknown' });
    await assert.rejects(tell(change('soon', 'license.validTo')), { code: 'appealPartInvalid' });
    await assert.rejects(tell(change(await wordsOf(scope))), { code: 'appealPartsMissing' });
    await assert.rejects(tell({ ...change(''), outcome: 'changed' }), { code: 'appealPartInvalid' });
    await assert.rejects(tell(change('x'), officer), { code: 'forbidden' });
    assert.equal((await versions()).length, 1);
  });

  it('stands with the parts changed: a version of the license carries them, the delivery goes on', async () => {
    const before = await wordsOf(scope);
    const address = await wordsOf('license.premisesAddress');
    const { remade } = await tell({
      ...{ ...paper, outcome: 'revokedInPart' },
      parts: [{ key: scope, after: '住宿场所（旅店）' }],
    });
    assert.equal(remade, null);
    const seen = await head.get(`/cases/${String(granted['id'])}`);
    const decision = seen['decision'] as Json;
    assert.deepEqual([decision['annulled'], seen['state']], [null, 'decided']);
    const [amendment] = decision['amendments'] as { documentNo: string; number: string; parts: Json[] }[];
    assert.equal(amendment?.documentNo, paper.documentNo);
    assert.deepEqual(
      amendment?.parts.map((part) => [part['before'], part['after']]),
      [[before, '住宿场所（旅店）']],
    );
    const changed = await eventually(server, async () =>
      (await versions()).find(({ versionNo, state }) => versionNo === 2 && state === 'issued'),
    );
    const [first] = await versions();
    assert.deepEqual([first?.state, first?.supersededBy], ['superseded', changed._id]);
    assert.deepEqual([changed.licenseNo, changed.validTo], [first?.licenseNo, '2030-11-01']);
    const view = await clerk.get(`/licenses/${changed._id}?useCause=核对`);
    const fields = Object.fromEntries(
      (view['fields'] as Json[]).map(({ key, value }) => [String(key), value]),
    );
    assert.deepEqual([fields['placeKind'], fields['premisesAddress']], ['住宿场所（旅店）', address]);
    const documents = (await head.get(`/cases/${String(granted['id'])}/documents`))['items'] as Json[];
    const letter = documents.find(({ kind }) => kind === 'amendedDecision');
    assert.equal(letter?.['number'], amendment?.number);
    await reachStep(server, clerk, String(granted['caseNo']), 'deliver');
    const events = JSON.stringify(await head.get(`/cases/${String(granted['id'])}/events`));
    assert.match(events, /依行政复议结果，决定的下列内容被部分撤销/);
  });

  it('tells the applicant which parts, and nobody else what they say', async () => {
    const progress = await clerk.get(`/public/progress/${String(granted['progressToken'])}`);
    const [amended] = progress['amended'] as { parts: Json[] }[];
    assert.equal(amended?.parts.length, 1);
    assert.doesNotMatch(JSON.stringify(progress), /旅店/);
    const stored = await server.app.models.cases.findOne({ _id: String(granted['id']) }).lean();
    assert.doesNotMatch(JSON.stringify(stored?.decision), /旅店/, 'sealed in the store');
  });

  it('falls with all its versions when it is revoked as a whole later', async () => {
    await officer.post(path, { kind: 'litigation', lodgedOn: '2026-11-02' });
    await tell({ ...paper, outcome: 'revoked', ground: 'facts' });
    assert.deepEqual(
      (await versions()).map(({ state }) => state),
      ['superseded', 'annulled'],
    );
    const events = JSON.stringify(await head.get(`/cases/${String(granted['id'])}/events`));
    assert.doesNotMatch(events, /后续版本/);
  });

  const versions = () =>
    server.app.models.licenses.find({ tenant: server.app.tenant }).sort({ versionNo: 1 }).lean();

  /** Tells the result of the appeal that is open. */
  async function tell(result: Json, by = head): Promise<Json> {
    const items = (await head.get(path))['items'] as { id: string; state: string }[];
    const open = items.find(({ state }) => state === 'open');
    return by.post(`${path}/${open?.id}/result`, result);
  }

  async function wordsOf(part: string): Promise<string> {
    const parts = (await head.get(path))['parts'] as { key: string; value: string }[];
    return parts.find(({ key }) => key === part)?.value ?? '';
  }
});
