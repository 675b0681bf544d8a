import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import {
  inspectionReport,
  reviewPassed,
  samplePdf,
  samplePhoto,
} from '../../../scripts/journey/foodLicense.ts';
import {
  acceptCase,
  completeStep,
  draftFoodLicense,
  findTask,
  signIn,
} from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { sweepFiles } from './sweepFiles.ts';

const jpeg = (bytes: Uint8Array, name = '门头.jpg') => ({ name, bytes, type: 'image/jpeg' });

describe('files in the form of a step', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let approver: ApiClient;
  let head: ApiClient;

  before(async () => {
    server = await startTestServer({ time, env: { UPLOAD_LIMIT_MIB: '1' }, packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
    approver = await signIn(server.base, 'approver');
    head = await signIn(server.base, 'head');
  });
  after(() => server.close());

  /** A case waiting for its inspection: its id, and the paths of its task and of the upload. */
  async function inspection(claimed = true) {
    const draft = await draftFoodLicense(clerk);
    const accepted = await acceptCase(clerk, String(draft['id']));
    const caseNo = String(accepted['caseNo']);
    await completeStep(approver, caseNo, 'review', { outcome: 'pass', formData: reviewPassed });
    const id = String((await findTask(approver, caseNo, 'inspect'))['id']);
    const task = `/tasks/${id}`;
    if (claimed) await approver.post(`${task}/claim`);
    return { caseId: String(draft['id']), id, task, upload: `${task}/files?field=photos%5B0%5D.image` };
  }

  async function refusal(call: Promise<unknown>): Promise<ApiProblem> {
    const error = await call.then(() => undefined).catch((reason: unknown) => reason);
    assert.ok(error instanceof ApiProblem, `expected a problem, got ${String(error)}`);
    return error;
  }

  it('is uploaded by who holds the task, tells what the photo says, and is read by who may see the case', async () => {
    const { caseId, task, upload } = await inspection();
    const bytes = samplePhoto();
    const { photo, ...image } = await approver.upload(upload, jpeg(bytes));
    assert.deepEqual(photo, { takenAt: '2026-11-23 10:30', longitude: 116.338, latitude: 39.727 });
    assert.deepEqual(
      { ...image, id: '' },
      { id: '', name: '门头.jpg', mediaType: 'image/jpeg', size: bytes.length },
    );
    const lied = { ...image, name: 'other.jpg', size: 1 };
    await approver.post(`${task}/complete`, {
      outcome: 'pass',
      formData: inspectionReport('2026-11-23', lied),
    });
    const [, inspected] = (await head.get(`/cases/${caseId}/submissions`))['items'] as {
      formData: { photos: { image: Json[] }[] };
    }[];
    assert.deepEqual(inspected?.formData.photos[0]?.image, [image], 'what was uploaded, not what was sent');
    const content = `/cases/${caseId}/files/${String(image['id'])}/content`;
    for (const reader of [approver, head, clerk]) {
      const read = await reader.download(content);
      assert.equal(read.mediaType, 'image/jpeg');
      assert.deepEqual(read.bytes, Buffer.from(bytes), 'byte for byte, its EXIF data too');
    }
    const events = (await approver.get(`/cases/${caseId}/events`))['items'] as Json[];
    const attached = events.find((event) => event['type'] === 'stepFileAttached');
    assert.deepEqual(attached?.['text'], {
      'zh-CN': '在环节“现场核查”上传文件',
      en: 'File uploaded in step On-site inspection',
    });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    assert.ok(attached);
    assert.equal((attached['details'] as Json)['sha256'], sha256);
    const raw = await server.app.connection.db?.collection('fileBodies.chunks').find().toArray();
    assert.ok(!raw?.some((chunk) => Buffer.from(chunk['data'].buffer).includes('Exif')), 'encrypted');
  });

  it('is served as a download that a browser may not run', async () => {
    const { caseId, upload } = await inspection();
    const { id } = await approver.upload(upload, jpeg(samplePhoto('served')));
    const session = await fetch(`${server.base}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'approver', password: 'onewindow-2026' }),
    });
    const answer = await fetch(`${server.base}/api/v1/cases/${caseId}/files/${String(id)}/content`, {
      headers: { Cookie: session.headers.getSetCookie()[0]?.split(';')[0] ?? '' },
    });
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''%E9%97%A8/);
    assert.match(answer.headers.get('content-security-policy') ?? '', /^sandbox/);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  });

  it('does not exist for a foreign department, and belongs to nobody else in the own one', async () => {
    const { caseId, task, upload } = await inspection();
    const { id } = await approver.upload(upload, jpeg(samplePhoto('scope')));
    const foreign = await signIn(server.base, 'civil');
    const village = await signIn(server.base, 'village');
    for (const call of [
      () => foreign.upload(upload, jpeg(samplePhoto())),
      () => clerk.upload(upload, jpeg(samplePhoto())),
      () => foreign.get(`/cases/${caseId}/submissions`),
      () => village.get(`/cases/${caseId}/submissions`),
      () => foreign.download(`/cases/${caseId}/files/${String(id)}/content`),
      () => village.download(`/cases/${caseId}/files/${String(id)}/content`),
    ])
      assert.equal((await refusal(call())).status, 404);
    assert.equal((await refusal(head.upload(upload, jpeg(samplePhoto())))).code, 'taskClaimedByOther');
    await approver.post(`${task}/release`);
    assert.equal((await refusal(approver.upload(upload, jpeg(samplePhoto())))).code, 'taskNotClaimed');
    const supervisor = await signIn(server.base, 'supervisor');
    assert.equal((await refusal(supervisor.upload(upload, jpeg(samplePhoto())))).status, 403);
    const seen = (await supervisor.get(`/cases/${caseId}/submissions`))['items'] as Json[];
    assert.deepEqual(
      seen.map((entry) => [entry['stepKey'], entry['formData']]),
      [['review', {}]],
      'a supervisor is told the steps, not their content',
    );
  });

  it('is refused for its content, its kind, its size, or a field that takes no files', async () => {
    const { id, task, upload } = await inspection();
    const html = Buffer.from('<html><script>alert(1)</script></html>');
    assert.equal((await refusal(approver.upload(upload, jpeg(html)))).status, 415);
    const kind = await refusal(
      approver.upload(upload, { name: 'a.pdf', bytes: samplePdf('a'), type: 'application/pdf' }),
    );
    assert.equal(kind.status, 422);
    assert.deepEqual(
      (kind.problem['errors'] as Json[]).map((error) => [error['rule'], error['message']]),
      [['fileType', '照片文件只能上传 .jpg .jpeg .png 文件，且内容须与文件类型一致']],
    );
    const large = Buffer.concat([samplePhoto(), Buffer.alloc(1024 * 1024 + 1)]);
    assert.equal((await refusal(approver.upload(upload, jpeg(large)))).status, 413);
    for (const field of ['photos.subject', 'nothing', 'photos', '__proto__.image'])
      assert.equal(
        (await refusal(approver.upload(`${task}/files?field=${field}`, jpeg(samplePhoto())))).code,
        'fileFieldUnknown',
      );
    assert.equal(await server.app.models.stepFiles.countDocuments({ taskId: id }), 0);
  });

  it('the same upload tried again is one file', async () => {
    const { id, upload } = await inspection();
    const send = () => approver.upload(upload, jpeg(samplePhoto('twice')), { key: 'same-upload-1' });
    assert.deepEqual(await send(), await send());
    assert.equal(await server.app.models.stepFiles.countDocuments({ taskId: id }), 1);
  });

  it('a form that names a file of another task, or none, is refused in words', async () => {
    const other = await inspection();
    const { photo: _photo, ...foreignFile } = await approver.upload(other.upload, jpeg(samplePhoto('other')));
    const { task } = await inspection();
    for (const file of [foreignFile, { ...foreignFile, id: 'invented' }]) {
      const problem = await refusal(
        approver.post(`${task}/complete`, {
          outcome: 'pass',
          formData: inspectionReport('2026-11-23', file),
        }),
      );
      assert.equal(problem.status, 422);
      assert.deepEqual(
        (problem.problem['errors'] as Json[]).map((error) => [error['path'], error['message']]),
        [['photos[0].image', '第 1 行：照片文件中的文件没有上传到本任务，请重新上传']],
      );
    }
    const still = await approver.get(task);
    assert.equal(still['state'], 'claimed');
  });

  it('what no form names is swept a day later, what one names stays', async () => {
    const { caseId, id, task, upload } = await inspection();
    const [kept, dropped] = [
      await approver.upload(upload, jpeg(samplePhoto('kept'))),
      await approver.upload(upload, jpeg(samplePhoto('dropped'))),
    ];
    const address = (file: Json) => `/cases/${caseId}/files/${String(file['id'])}/content`;
    const bodies = async () =>
      (await server.app.connection.db?.collection('fileBodies.files').countDocuments()) ?? 0;
    time.set('2026-11-24T11:00:00+08:00');
    await sweepFiles(server.app);
    assert.equal((await approver.download(address(dropped))).mediaType, 'image/jpeg', 'the task is open yet');
    const { photo: _photo, ...image } = kept;
    await approver.post(`${task}/complete`, {
      outcome: 'pass',
      formData: inspectionReport('2026-11-24', image),
    });
    await server.settle();
    time.set('2026-11-25T12:00:00+08:00');
    await sweepFiles(server.app);
    assert.equal((await refusal(approver.download(address(dropped)))).status, 404);
    const before = await bodies();
    // The body itself goes a day after its last reference: its bytes may have come in elsewhere.
    time.set('2026-11-26T13:00:00+08:00');
    assert.ok((await sweepFiles(server.app)) >= 1);
    assert.ok((await bodies()) < before);
    assert.equal(await server.app.models.stepFiles.countDocuments({ taskId: id }), 1);
    assert.deepEqual((await approver.download(address(kept))).bytes, Buffer.from(samplePhoto('kept')));
  });

  it('the file of a removed material and of a deleted draft is swept, one in use stays', async () => {
    const draft = await draftFoodLicense(clerk);
    const path = `/cases/${String(draft['id'])}/materials/floorPlan/files`;
    const bytes = samplePdf('only here');
    const file = await clerk.upload(path, { name: 'plan.pdf', bytes, type: 'application/pdf' });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const known = () => server.app.models.files.countDocuments({ sha256 });
    await clerk.delete(`${path}/${String(file['id'])}`);
    await sweepFiles(server.app);
    assert.equal(await known(), 1, 'not before a day is over');
    // The same bytes come in again meanwhile.
    await clerk.upload(path, { name: 'plan.pdf', bytes, type: 'application/pdf' });
    time.set('2026-11-27T14:00:00+08:00');
    await sweepFiles(server.app);
    assert.equal(await known(), 1);
    await clerk.delete(`/cases/${String(draft['id'])}`);
    time.set('2026-11-28T15:00:00+08:00');
    await sweepFiles(server.app);
    assert.equal(await known(), 0);
  });
});
