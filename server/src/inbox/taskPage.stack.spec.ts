import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { reviewPassed, samplePdf, samplePhoto } from '../../../scripts/journey/foodLicense.ts';
import { acceptCase, draftFoodLicense, findTask, signIn } from '../../../scripts/journey/steps.ts';
import { sweepStepDrafts } from '../stepDrafts/sweepStepDrafts.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.1 };
const script = '<script>alert("1")</script><img src=x onerror=alert(2)>';

async function refusal(call: Promise<unknown>): Promise<ApiProblem> {
  const error = await call.then(() => undefined).catch((reason: unknown) => reason);
  assert.ok(error instanceof ApiProblem, `expected a problem, got ${String(error)}`);
  return error;
}
const itemsOf = (answer: Json) => answer['items'] as Json[];

describe('the task page', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let approver: ApiClient;
  let head: ApiClient;
  let civil: ApiClient;
  let supervisor: ApiClient;
  /** An accepted case at its review, claimed by the approver. */
  let one: { id: string; caseNo: string; task: string };

  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
    approver = await signIn(server.base, 'approver');
    head = await signIn(server.base, 'head');
    civil = await signIn(server.base, 'civil');
    supervisor = await signIn(server.base, 'supervisor');
    one = await reviewed();
  });
  after(() => server.close());

  async function reviewed() {
    const draft = await draftFoodLicense(clerk);
    const id = String(draft['id']);
    const caseNo = String((await acceptCase(clerk, id))['caseNo']);
    const task = String((await findTask(approver, caseNo, 'review'))['id']);
    await approver.post(`/tasks/${task}/claim`);
    return { id, caseNo, task };
  }
  const plan = async (caseId: string) => {
    const view = await approver.get(`/cases/${caseId}`);
    const material = (view['materials'] as Json[]).find(({ key }) => key === 'floorPlan');
    const [file] = (material?.['files'] ?? []) as Json[];
    return String(file?.['id']);
  };
  const typesOf = async (caseId: string) =>
    itemsOf(await approver.get(`/cases/${caseId}/events`)).map((event) => event['type']);

  describe('annotations', () => {
    it('are kept with the case for the own department, and become lines of its list', async () => {
      const path = `/cases/${one.id}/annotations`;
      const fileId = await plan(one.id);
      const note = { fileId, page: 1, box, note: `缺少比例尺 ${script}`, toSupplement: true };
      const { id } = await approver.post(path, note);
      const [seen] = itemsOf(await head.get(path));
      assert.deepEqual(
        [seen?.['id'], seen?.['note'], seen?.['materialKey'], seen?.['mine'], seen?.['box']],
        [id, note.note, 'floorPlan', false, box],
      );
      assert.deepEqual(itemsOf(await clerk.get(path)), [], 'the window has its own');
      const raw = await server.app.models.annotations.findOne({ _id: String(id) }).lean();
      assert.ok(!JSON.stringify(raw).includes('比例尺'), 'sealed');

      const other = `${path}/${String(id)}`;
      assert.equal((await refusal(head.patch(other, 1, { note: 'x' }))).code, 'annotationOfOther');
      assert.equal((await refusal(approver.patch(other, 7, { note: 'x' }))).code, 'versionConflict');
      const changed = await approver.patch(other, 1, { note: '缺少比例尺和指北针' });
      assert.deepEqual([changed['note'], changed['version']], ['缺少比例尺和指北针', 2]);
      await approver.delete(other);
      assert.deepEqual(itemsOf(await head.get(path)), []);
      const types = await typesOf(one.id);
      for (const type of ['fileAnnotated', 'annotationChanged', 'annotationRemoved'])
        assert.ok(types.includes(type), type);
    });

    it('do not exist for a foreign department; a wrong role, file or box is refused', async () => {
      const path = `/cases/${one.id}/annotations`;
      const fileId = await plan(one.id);
      const note = { fileId, page: 1, box, note: '看不清' };
      assert.equal((await refusal(civil.get(path))).status, 404);
      assert.equal((await refusal(civil.post(path, note))).status, 404);
      assert.equal((await refusal(supervisor.post(path, note))).status, 403);
      assert.equal((await refusal(approver.post(path, { ...note, fileId: 'nothing' }))).status, 404);
      const wide = { ...note, box: { ...box, x: 0.9 } };
      assert.equal((await refusal(approver.post(path, wide))).status, 422);
      const draft = await draftFoodLicense(clerk);
      const own = (draft['materials'] as { files: { id: string }[] }[])[0]?.files[0]?.id;
      const early = clerk.post(`/cases/${String(draft['id'])}/annotations`, { ...note, fileId: own });
      assert.equal((await refusal(early)).code, 'stateConflict');
    });
  });

  describe('comments', () => {
    it('reach the colleague who is mentioned, as plain text, and are kept from others', async () => {
      const path = `/cases/${one.id}/comments`;
      const people = itemsOf(await approver.get(`/cases/${one.id}/colleagues`));
      const boss = people.find(({ name }) => name === '李局长');
      assert.ok(boss);
      assert.ok(!people.some(({ name }) => name === '周民政'), 'nobody of a department without the case');
      const before = (await head.get('/mentions/counts'))['unread'];
      const text = `请看平面图 @李局长 ${script}`;
      const { id } = await approver.post(path, { text, mentions: [boss['id']] });
      assert.equal((await head.get('/mentions/counts'))['unread'], Number(before) + 1);
      const [note] = itemsOf(await head.get('/mentions'));
      assert.deepEqual([note?.['caseId'], note?.['by'], note?.['commentId']], [one.id, '孙审批', id]);
      const [seen] = itemsOf(await head.get(path));
      assert.equal(seen?.['text'], text, 'letter by letter');
      assert.equal(itemsOf(await clerk.get(path)).length, 1, 'the window that took the case in reads it');
      await head.put(`/cases/${one.id}/mentions/read`, {});
      assert.equal((await head.get('/mentions/counts'))['unread'], 0);

      assert.equal((await refusal(civil.get(path))).status, 404);
      assert.equal((await refusal(civil.post(path, { text: 'x' }))).status, 404);
      assert.equal((await refusal((await signIn(server.base, 'expert1')).get(path))).status, 403);
      const stranger = await server.app.models.users.findOne({ username: 'civil' }).lean();
      const wrong = approver.post(path, { text: 'x', mentions: [String(stranger?._id)] });
      assert.equal((await refusal(wrong)).code, 'mentionUnknown');
      const raw = JSON.stringify([
        await server.app.models.comments.find().lean(),
        await server.app.models.mentions.find().lean(),
        await server.app.models.idempotency.find({ 'response.body.id': id }).lean(),
        itemsOf(await approver.get(`/cases/${one.id}/events`)),
      ]);
      assert.ok(!raw.includes('平面图 @'), 'sealed, and not in the audit');
    });

    it('never reach the applicant', async () => {
      const { progressToken } = await clerk.get(`/cases/${one.id}`);
      const progress = await fetch(`${server.base}/api/v1/public/progress/${String(progressToken)}`);
      const told = await progress.text();
      assert.ok(!told.includes('请看平面图') && !told.includes('内部意见'));
    });

    it('are changed by their author within five minutes, what they said before is kept', async () => {
      const path = `/cases/${one.id}/comments`;
      const { id } = await approver.post(path, { text: '第一句' });
      const own = `${path}/${String(id)}`;
      assert.equal((await refusal(head.patch(own, 1, { text: 'x' }))).code, 'commentOfOther');
      time.set('2026-11-23T10:04:59+08:00');
      assert.equal((await refusal(approver.patch(own, 3, { text: 'x' }))).code, 'versionConflict');
      const changed = await approver.patch(own, 1, { text: '改过的' });
      assert.deepEqual([changed['text'], changed['version']], ['改过的', 2]);
      time.set('2026-11-23T10:05:00+08:00');
      assert.equal((await refusal(approver.patch(own, 2, { text: '太晚' }))).code, 'commentFixed');
      const kept = await server.app.models.comments.findOne({ _id: String(id) }).lean();
      assert.equal(server.app.cipher.open(String(kept?.earlier[0]), String(id)), '第一句');
      assert.ok((await typesOf(one.id)).includes('commentEdited'));
    });
  });

  it('templates of opinions are the own and the department’s, written by its head', async () => {
    const own = { scope: 'own', title: '补图', text: '办件 {caseNo} 的平面图请补充 {today}' };
    const { id } = await approver.post('/opinion-templates', own);
    assert.equal(
      (await refusal(approver.post('/opinion-templates', { ...own, scope: 'department' }))).status,
      403,
    );
    const shared = await head.post('/opinion-templates', { ...own, scope: 'department', title: '同意' });
    const titles = async (client: ApiClient) =>
      itemsOf(await client.get('/opinion-templates')).map(({ title }) => title);
    assert.deepEqual(await titles(approver), ['补图', '同意']);
    assert.deepEqual(await titles(civil), []);
    const unknown = approver.post('/opinion-templates', { ...own, text: '{password}' });
    assert.equal((await refusal(unknown)).code, 'placeholderUnknown');
    const sharedPath = `/opinion-templates/${String(shared['id'])}`;
    assert.equal((await refusal(approver.delete(sharedPath))).status, 403);
    assert.equal((await refusal(civil.delete(sharedPath))).status, 404);
    assert.equal((await refusal(supervisor.get('/opinion-templates'))).status, 403);
    await approver.delete(`/opinion-templates/${String(id)}`);
    assert.deepEqual(await titles(approver), ['同意']);
  });

  describe('what is filled in at a step', () => {
    const draftOf = async (client: ApiClient, task: string) =>
      (await client.get(`/tasks/${task}`))['draft'] as Json | null;

    it('is kept for its author before it is completed, sealed, and forgotten then', async () => {
      const { task, id } = await reviewed();
      const path = `/tasks/${task}/draft`;
      const packVersion = Number((await approver.get(`/cases/${id}`))['packVersion']);
      const half = { formData: { opinion: '只写了一半' }, packVersion };
      assert.equal(await draftOf(approver, task), null);
      assert.deepEqual((await approver.put(path, half))['version'], 1);
      assert.deepEqual((await draftOf(approver, task))?.['formData'], { opinion: '只写了一半' });
      assert.equal(await draftOf(head, task), null, 'a colleague does not see it');
      // A second window of the same person: the one that came late is told.
      assert.equal((await refusal(approver.put(path, half))).code, 'versionConflict');
      const stale = await refusal(approver.put(path, { ...half, packVersion: packVersion + 1 }, 1));
      assert.equal(stale.code, 'stepFormChanged');
      assert.equal((await refusal(head.put(path, half))).code, 'taskClaimedByOther');
      assert.equal((await refusal(civil.put(path, half))).status, 404);
      assert.equal((await refusal(supervisor.put(path, half))).status, 403);
      const raw = JSON.stringify(await server.app.models.stepDrafts.find().lean());
      assert.ok(!raw.includes('一半'));
      await approver.post(`/tasks/${task}/complete`, { outcome: 'pass', formData: reviewPassed });
      assert.equal(await server.app.models.stepDrafts.countDocuments({ taskId: task }), 0);
    });

    it('keeps its uploaded files, and says when the form has changed since', async () => {
      const { id, caseNo } = await (async () => {
        const made = await reviewed();
        await approver.post(`/tasks/${made.task}/complete`, { outcome: 'pass', formData: reviewPassed });
        return made;
      })();
      const task = String((await findTask(approver, caseNo, 'inspect'))['id']);
      await approver.post(`/tasks/${task}/claim`);
      const { photo: _photo, ...image } = await approver.upload(`/tasks/${task}/files?field=photos.image`, {
        name: '门头.jpg',
        bytes: samplePhoto(),
        type: 'image/jpeg',
      });
      const packVersion = Number((await approver.get(`/cases/${id}`))['packVersion']);
      const formData = { siteContact: '李小兰', photos: [{ subject: '门头', image: [image] }] };
      await approver.put(`/tasks/${task}/draft`, { formData, packVersion });
      const kept = (await draftOf(approver, task))?.['formData'] as { photos: { image: Json[] }[] };
      assert.deepEqual(kept.photos[0]?.image, [image]);
      assert.equal(
        (await approver.download(`/cases/${id}/files/${String(image['id'])}/content`)).mediaType,
        'image/jpeg',
      );
      await server.app.models.stepDrafts.updateOne(
        { taskId: task },
        { $set: { packVersion: packVersion - 1 } },
      );
      const old = await draftOf(approver, task);
      assert.deepEqual(
        [old?.['outdated'], ((old?.['formData'] ?? {}) as Json)['siteContact']],
        [true, '李小兰'],
      );
      // Nobody completes it: it is forgotten a day after its task has ended.
      time.set('2026-11-24T11:00:00+08:00');
      assert.equal(await sweepStepDrafts(server.app), 0, 'the task is open yet');
      await server.app.models.tasks.updateOne({ _id: task }, { $set: { active: false } });
      time.set('2026-11-25T12:00:00+08:00');
      assert.equal(await sweepStepDrafts(server.app), 1);
    });
  });

  it('shows other cases of the applicant masked, and only those that one may see', async () => {
    const { items, hidden } = (await approver.get(`/cases/${one.id}/related`)) as unknown as {
      items: Json[];
      hidden: number;
    };
    assert.ok(items.length >= 2 && hidden === 0);
    assert.ok(!items.some(({ id }) => id === one.id));
    assert.ok(!JSON.stringify(items).includes('李小兰'), 'masked');
    assert.equal((await refusal(civil.get(`/cases/${one.id}/related`))).status, 404);
    await server.app.models.cases.updateOne(
      { _id: String(items[0]?.['id']) },
      { $set: { departmentIds: ['mzj'], departmentId: 'mzj' } },
    );
    const now = await approver.get(`/cases/${one.id}/related`);
    assert.deepEqual([itemsOf(now).length, now['hidden']], [items.length - 1, 1]);
  });

  it('paints the way through the process, for a case under way', async () => {
    const { caseNo, id, task } = await reviewed();
    await approver.post(`/tasks/${task}/complete`, { outcome: 'pass', formData: reviewPassed });
    await findTask(approver, caseNo, 'inspect');
    const path = await approver.get(`/cases/${id}/path`);
    const state = (key: string) =>
      (path['elements'] as Json[]).find((element) => element['id'] === key)?.['state'];
    assert.equal(path['recorded'], true);
    assert.match(String(path['xml']), /<bpmn:definitions|<definitions/);
    assert.deepEqual(['review', 'inspect', 'decide'].map(state), ['passed', 'current', 'ahead']);
    assert.equal((await refusal(civil.get(`/cases/${id}/path`))).status, 404);
  });

  it('a supervisor sees who the applicant is for a reason, which the audit keeps', async () => {
    const masked = (await supervisor.get(`/cases/${one.id}`))['applicant'] as Json;
    assert.match(String(masked['idNumber']), /^\*+/);
    const clear = await supervisor.post(`/cases/${one.id}/unmask`, { reason: 'complaint' });
    assert.ok(!String((clear['applicant'] as Json)['idNumber']).includes('*'));
    const events = itemsOf(await supervisor.get(`/cases/${one.id}/events`));
    assert.equal(
      ((events.at(-1)?.['text'] ?? {}) as Json)['zh-CN'],
      '查看申请人完整信息，理由：处理投诉举报',
    );
    assert.equal(
      (await refusal(approver.post(`/cases/${one.id}/unmask`, { reason: 'contact' }))).status,
      403,
    );
    assert.equal((await refusal(supervisor.post(`/cases/${one.id}/unmask`, { reason: '' }))).status, 422);
  });

  it('a file whose name is a script is named letter by letter', async () => {
    const draft = await draftFoodLicense(clerk, { materials: false });
    const path = `/cases/${String(draft['id'])}/materials/floorPlan/files`;
    const name = '<img src=x onerror=alert(1)>.pdf';
    const file = await clerk.upload(path, { name, bytes: samplePdf('s'), type: 'application/pdf' });
    assert.equal(file['name'], name);
  });
});
