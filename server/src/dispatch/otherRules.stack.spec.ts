import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { act, type DispatchPeople, report, signInDispatch } from '../../../scripts/journey/dispatch.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import type { PackFile } from '../catalog/model.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

/** The hotline by other rules, all of them in its pack: merged by itself, urgency by condition, taken anew when reopened. */
function otherRules({ path, text }: PackFile): PackFile {
  const edit = (before: string, after: string) => {
    assert.ok(text.includes(before), `${path} has no “${before}”`);
    return text.replace(before, after);
  };
  if (path === 'process.bpmn')
    return {
      path,
      text: edit(
        'sourceRef="callResult" targetRef="handleEntry"',
        'sourceRef="callResult" targetRef="answer"',
      )
        .replace('<bpmn:incoming>callResultToHandleEntry</bpmn:incoming>', '')
        .replace(
          /(<bpmn:userTask id="answer"[^>]*>[\s\S]*?)(<bpmn:incoming>)/,
          '$1<bpmn:incoming>callResultToHandleEntry</bpmn:incoming>$2',
        ),
    };
  if (path !== 'pack.yaml') return { path, text };
  return {
    path,
    text: edit('within: 7 day, action: suggest', 'within: 7 day, action: merge')
      .replace('act: open, levelFrom: /urgency, categoryFrom', 'act: open, categoryFrom')
      .replace(/(key: critical, .*?disposal: 2 hour\})\}/, '$1, when: "matter == \'waterSupply\'"}')
      .replace(/(key: ordinary, .*?disposal: 7 day\})\}/, '$1, when: "matter != \'\'"}')
      .replace(
        '  register:\n',
        '  register:\n    escalate: [{when: "matter == \'waterSupply\'", toRole: shiftChief}]\n',
      )
      .replace(
        '{kind: sendBack, stages: [handle], role: approver, limit: 4 workhour, times: 2}',
        '{kind: sendBack, stages: [handle], role: approver}',
      ),
  };
}

describe('a dispatch by other rules of its pack', () => {
  const time = new TestTime('2046-11-05T10:00:00+08:00');
  let server: TestServer;
  let people: DispatchPeople;

  before(async () => {
    server = await startTestServer({
      time,
      workers: false,
      packs: ['grid-city-appearance', 'hotline-12345'],
    });
    people = await signInDispatch(server.base);
    const designer = await signIn(server.base, 'designer');
    const files = (await designer.get('/packs/hotline-12345'))['files'] as PackFile[];
    await designer.post('/packs/hotline-12345/versions', {
      files: files.map(otherRules),
      baseVersion: 1,
      note: '其他规则',
    });
  });
  after(() => server.close());

  const call = (subcategory: string, change: Json = {}) => ({
    ...report(),
    packCode: 'hotline-12345',
    source: 'hotline',
    formData: { subcategory, description: '诉求内容' },
    ...change,
  });

  async function dispatched(subcategory: string): Promise<{ id: string; caseNo: string }> {
    const made = await people.operator.post('/dispatch/reports', call(subcategory));
    const caseNo = String(made['caseNo']);
    const registered = { result: 'open', subcategory, urgency: 'complex' };
    await act(people.operator, caseNo, 'register', registered);
    await act(people.dispatcher, caseNo, 'assign', { assignTo: 'cgzf' }, { outcome: 'assign' });
    return { id: String(made['id']), caseNo };
  }

  it('finds its urgency by condition, the first level that holds', async () => {
    const limits: unknown[] = [];
    for (const subcategory of ['waterSupply', 'noise']) {
      const { id } = await dispatched(subcategory);
      const clock = await server.app.models.clocks.findOne({ caseId: id, kind: 'disposal' }).lean();
      limits.push(clock?.limit);
    }
    assert.deepEqual(limits, ['2 hour', '7 day']);
  });

  it('reports up at once what the pack says, to its role and as a finding, and nothing else', async () => {
    const { id } = await dispatched('waterSupply');
    const { id: other } = await dispatched('noise');
    const { alerts, findings } = server.app.models;
    const told = await alerts.find({ caseId: id, audience: 'shiftChief' }).lean();
    assert.deepEqual(
      told.map(({ stepKey, departmentId }) => [stepKey, departmentId]),
      [['register', 'cgzx']],
    );
    assert.equal(await findings.countDocuments({ caseId: id, kind: 'reportedUp', state: 'open' }), 1);
    assert.equal(await findings.countDocuments({ caseId: other, kind: 'reportedUp' }), 0);
    const events = (await people.chief.get(`/cases/${id}/events`))['items'] as Json[];
    assert.ok(events.some((event) => event['type'] === 'reportedUp'));
  });

  it('merges a further report by itself, unless a reason says that it is another matter', async () => {
    const place = { town: 't005', text: '清源路12号院' };
    const first = await people.operator.post('/dispatch/reports', call('noise', { place }));
    const second = await people.operator.post('/dispatch/reports', call('noise', { place }));
    assert.deepEqual([second['id'], second['merged'], second['reports']], [first['id'], true, 2]);
    const duplicate = { reason: '楼上另一户' };
    const third = await people.operator.post('/dispatch/reports', call('noise', { place, duplicate }));
    assert.notEqual(third['id'], first['id']);
    // only reports of the last seven days count
    time.set('2046-11-19T10:00:00+08:00');
    const later = await people.operator.post('/dispatch/reports', call('noise', { place }));
    assert.equal(later['merged'], false);
    time.set('2046-11-05T10:00:00+08:00');
  });

  it('首接负责: a unit that has taken it cannot send it back when it is reopened', async () => {
    const { caseNo } = await dispatched('noise');
    await act(people.patrol, caseNo, 'answer', { result: 'take' });
    await act(people.patrol, caseNo, 'handle', { result: 'done', feedback: '已答复诉求人' });
    const unsolved = { result: 'reached', contacted: 'yes', solved: 'no', satisfied: 'no' };
    await act(people.operator, caseNo, 'callBack', unsolved);
    const refused = await act(people.patrol, caseNo, 'answer', { result: 'sendBack', reason: '不属于本单位' })
      .then(() => undefined)
      .catch((error: unknown) => error);
    assert.ok(refused instanceof ApiProblem && refused.code === 'dispatchRefused');
    assert.match(refused.message, /首接负责/);
    await act(people.patrol, caseNo, 'answer', { result: 'take' });
  });
});
