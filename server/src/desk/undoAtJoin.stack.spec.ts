import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listSeedPacks } from '@onewindow/processes';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { acceptedCase, filledForm, reached } from '../../../scripts/journey/itemCase.ts';
import { completeStep, signIn } from '../../../scripts/journey/steps.ts';
import { publishPack } from '../catalog/publishPack.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const road = 'csglw-road-occupation';
const opinion = { outcome: 'agree', formData: filledForm(road, 'traffic-opinion') };

describe('a step that ended its parallel branch', () => {
  let server: TestServer;
  let roads: ApiClient;
  let traffic: ApiClient;
  let clerk: ApiClient;

  before(async () => {
    server = await startTestServer({ time: new TestTime('2026-11-02T10:00:00+08:00'), packs: [road] });
    const seed = (await listSeedPacks()).find(({ packCode }) => packCode === road);
    const files = Object.entries(seed?.files ?? {})
      .filter(([path]) => !path.startsWith('scenarios/'))
      .map(([path, text]) => ({ path, text: withSurvey(path, text) }));
    const publisher = { kind: 'system', name: 'spec' } as const;
    await publishPack({ app: server.app, publisher, packCode: road, files, baseVersion: 1, note: 'survey' });
    [clerk, roads, traffic] = (await Promise.all(
      ['clerk', 'road', 'traffic'].map((name) => signIn(server.base, name)),
    )) as [ApiClient, ApiClient, ApiClient];
  });
  after(() => server.close());

  const undoOf = async (task: Json) =>
    ((await traffic.get(`/tasks/${String(task['id'])}`))['desk'] as Json)['undo'];
  const undo = (task: Json, reason = '填错路口') =>
    traffic.post(`/tasks/${String(task['id'])}/undo`, { reason });
  const cityAgrees = (caseNo: string) =>
    completeStep(roads, caseNo, 'cityOpinion', {
      outcome: 'agree',
      formData: filledForm(road, 'city-opinion'),
    });
  /** The traffic police have surveyed and given their opinion, each in its branch; the road department is still to answer. */
  const atJoin = async () => {
    const { id, caseNo } = await acceptedCase(clerk, road);
    await completeStep(roads, caseNo, 'review', { outcome: 'pass', formData: filledForm(road, 'review') });
    const survey = await reached(server, traffic, caseNo, 'trafficSurvey');
    await completeStep(traffic, caseNo, 'trafficSurvey', opinion);
    await reached(server, roads, caseNo, 'cityOpinion');
    // two tokens of three are at the join
    await reached(server, traffic, caseNo, 'trafficOpinion');
    await completeStep(traffic, caseNo, 'trafficOpinion', opinion);
    return { id, caseNo, survey };
  };

  it('is undone while the join waits for the others; what runs beside it is not touched', async () => {
    const { id, caseNo, survey } = await atJoin();
    const [city] = await server.app.models.tasks.find({ caseId: id, stepKey: 'cityOpinion' }).lean();
    assert.equal(await undoOf(survey), 'possible');
    await undo(survey);
    const again = await reached(server, traffic, caseNo, 'trafficSurvey');
    const shown = await traffic.get(`/tasks/${String(again['id'])}`);
    assert.equal((shown['returned'] as Json)['how'], 'undone');
    assert.equal((await server.app.engine.getTask(city?._id ?? '')).taskDefinitionKey, 'cityOpinion');
    // then the branches come together only when both are done, and once
    await cityAgrees(caseNo);
    await server.settle();
    assert.equal(await server.app.models.tasks.countDocuments({ caseId: id, stepKey: 'decide' }), 0);
    await completeStep(traffic, caseNo, 'trafficSurvey', opinion);
    await reached(server, roads, caseNo, 'decide');
    assert.equal(await server.app.models.tasks.countDocuments({ caseId: id, stepKey: 'decide' }), 1);
  });

  it('is not once the branches have come together: others have gone on', async () => {
    const { caseNo, survey } = await atJoin();
    await cityAgrees(caseNo);
    await reached(server, roads, caseNo, 'decide');
    assert.equal(await undoOf(survey), 'gone');
    await assert.rejects(undo(survey), { code: 'undoGone' });
  });
});

/** The traffic police also look at the place: a branch of one step, without an effect of its own. */
function withSurvey(path: string, text: string): string {
  if (path === 'pack.yaml') {
    const step = text.match(/\n {2}trafficOpinion:\n[\s\S]*?(?=\n {2}\w+:\n)/)?.[0] ?? '';
    const survey = step.replace('trafficOpinion:', 'trafficSurvey:').replace(/\n +- \{key: disagree.*/, '');
    return text.replace(step, step + survey);
  }
  if (path !== 'process.bpmn') return text;
  const task = text.match(/<bpmn:userTask id="trafficOpinion"[\s\S]*?<\/bpmn:userTask>/)?.[0] ?? '';
  const survey = task
    .replace('id="trafficOpinion"', 'id="trafficSurvey"')
    .replace('公安交管意见', '公安交管踏勘')
    .replace('askOpinionsToTrafficOpinion', 'askOpinionsToSurvey')
    .replace('trafficOpinionToOpinionsGiven', 'surveyToOpinionsGiven');
  const flows =
    '<bpmn:sequenceFlow id="askOpinionsToSurvey" sourceRef="askOpinions" targetRef="trafficSurvey" />' +
    '<bpmn:sequenceFlow id="surveyToOpinionsGiven" sourceRef="trafficSurvey" targetRef="opinionsGiven" />';
  const shape =
    '<bpmndi:BPMNShape id="trafficSurvey_di" bpmnElement="trafficSurvey"><dc:Bounds x="780" y="20" width="100" height="80" /></bpmndi:BPMNShape>';
  const edges = ['askOpinionsToSurvey', 'surveyToOpinionsGiven'].map(
    (id) =>
      `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="830" y="160" /><di:waypoint x="830" y="100" /></bpmndi:BPMNEdge>`,
  );
  return text
    .replace(task, task + survey + flows)
    .replace(
      '<bpmn:outgoing>askOpinionsToTrafficOpinion<',
      '<bpmn:outgoing>askOpinionsToSurvey</bpmn:outgoing><bpmn:outgoing>askOpinionsToTrafficOpinion<',
    )
    .replace(
      '<bpmn:outgoing>opinionsGivenToAgreement<',
      '<bpmn:incoming>surveyToOpinionsGiven</bpmn:incoming><bpmn:outgoing>opinionsGivenToAgreement<',
    )
    .replace(
      '<bpmndi:BPMNShape id="trafficOpinion_di"',
      `${shape}${edges.join('')}<bpmndi:BPMNShape id="trafficOpinion_di"`,
    );
}
