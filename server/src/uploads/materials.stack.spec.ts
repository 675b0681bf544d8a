import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { deflateSync } from 'node:zlib';
import { type ApiClient, ApiProblem, type Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant, samplePdf, samplePhoto } from '../../../scripts/journey/foodLicense.ts';
import { draftFoodLicense, signIn } from '../../../scripts/journey/steps.ts';
import { sweepFiles } from '../files/sweepFiles.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';
import { tusClient } from '../testing/tusClient.ts';

const part = 64 * 1024;
/** A PDF of so many bytes. */
const pdfOf = (size: number): Buffer =>
  Buffer.concat([Buffer.from(samplePdf('large')), Buffer.alloc(size, 'x')]).subarray(0, size);

describe('materials at the window', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let clerk: ApiClient;
  let tus: ReturnType<typeof tusClient>;
  let id: string;

  before(async () => {
    server = await startTestServer({ time, env: { UPLOAD_LIMIT_MIB: '1' }, packs: ['scjg-food'] });
    clerk = await signIn(server.base, 'clerk');
    tus = tusClient(server.base);
    await tus.signIn('clerk');
  });
  after(() => server.close());

  const filesOf = async (key: string) =>
    ((await clerk.get(`/cases/${id}`))['materials'] as Json[]).find((entry) => entry['key'] === key)?.[
      'files'
    ] as Json[];
  const begin = (name: string, size: number, materialKey = 'floorPlan') =>
    tus.begin({ caseId: id, materialKey, filename: name, fingerprint: 'abc' }, size);
  const finish = (uploadId: string, key = 'floorPlan') =>
    clerk.post(`/cases/${id}/materials/${key}/files/uploaded`, { uploadId });

  it('an upload that broke off at 60 % goes on from there', async () => {
    id = String((await draftFoodLicense(clerk, { materials: false }))['id']);
    const bytes = pdfOf(10 * part);
    const uploadId = await begin('平面图.pdf', bytes.length);
    for (let at = 0; at < 6; at += 1)
      assert.equal(await tus.part(uploadId, at * part, bytes.subarray(at * part, (at + 1) * part)), 204);
    const early = await refusal(finish(uploadId));
    assert.equal(early.code, 'uploadIncomplete');
    assert.match(String(early.problem['detail']), /60%/);
    const [open] = (await clerk.get(`/cases/${id}/uploads`))['items'] as Json[];
    assert.equal(open?.['offset'], 6 * part);
    assert.equal(open?.['fingerprint'], 'abc');
    assert.equal(await tus.offset(uploadId), 6 * part);
    // The same part again is refused, and nothing is doubled.
    assert.equal(await tus.part(uploadId, 5 * part, bytes.subarray(5 * part, 6 * part)), 409);
    assert.equal(await tus.part(uploadId, 6 * part, bytes.subarray(6 * part)), 204);
    const file = await finish(uploadId);
    assert.equal(file['size'], bytes.length);
    const [kept] = await filesOf('floorPlan');
    const { bytes: stored } = await clerk.download(`/cases/${id}/files/${String(kept?.['id'])}/content`);
    assert.equal(hash(stored), hash(bytes));
    assert.deepEqual((await clerk.get(`/cases/${id}/uploads`))['items'], []);
  });

  it('what name or size rule out is refused before a byte is sent; what the content rules out, at the end', async () => {
    const refusals: [string, number, number][] = [
      ['plan.pdf', 50 * 1024 * 1024, 413],
      ['plan.exe', 1000, 415],
    ];
    for (const [name, size, status] of refusals) assert.equal(await begin(name, size), `refused ${status}`);
    assert.equal(await begin('plan.pdf', 1000, 'nothing'), 'refused 422');
    const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(500)]);
    for (const [name, bytes, code] of [
      ['renamed.pdf', zip, 'uploadTypeRefused'],
      ['bomb.png', pngHeader(40_000, 40_000), 'pictureTooLarge'],
      [
        'broken.jpg',
        Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200)]),
        'pictureUnreadable',
      ],
    ] as const) {
      const uploadId = await begin(name, bytes.length);
      await tus.part(uploadId, 0, bytes);
      assert.equal((await refusal(finish(uploadId))).code, code, name);
    }
    assert.deepEqual((await clerk.get(`/cases/${id}/uploads`))['items'], [], 'what is refused is not kept');
    const direct = { name: 'bomb.png', bytes: pngHeader(40_000, 40_000), type: 'image/png' };
    const problem = await refusal(clerk.upload(`/cases/${id}/materials/floorPlan/files`, direct));
    assert.equal(problem.status, 413);
    assert.match(String(problem.problem['detail']), /40000 × 40000/);
    assert.equal((await filesOf('floorPlan')).length, 1);
  });

  it('nobody else goes on with an upload, and another window does not begin one', async () => {
    const uploadId = await begin('own.pdf', 2000);
    const village = tusClient(server.base);
    await village.signIn('village');
    assert.equal(await village.part(uploadId, 0, Buffer.alloc(10)), 404);
    assert.equal(
      await village.begin({ caseId: id, materialKey: 'floorPlan', filename: 'x.pdf' }, 100),
      'refused 404',
    );
    const other = await signIn(server.base, 'village');
    for (const attempt of [
      () => other.get(`/cases/${id}/uploads`),
      () => other.post(`/cases/${id}/materials/floorPlan/files/uploaded`, { uploadId }),
      () => other.post(`/cases/${id}/materials/floorPlan/captures`),
      () => other.post(`/cases/${id}/identification/consent`, { person: 'agent', given: true }),
      () => other.get(`/cases/${id}/known`),
    ])
      assert.equal((await refusal(attempt())).status, 404);
  });

  it('an upload that nobody goes on with is given up after a day, with its parts', async () => {
    const uploadId = await begin('left.pdf', 2000);
    await tus.part(uploadId, 0, Buffer.alloc(1000, 'left'));
    const count = () => server.app.models.uploads.countDocuments({ tenant: server.app.tenant });
    await sweepFiles(server.app);
    assert.equal(await count(), 2);
    time.set(new Date(time.now().getTime() + 25 * 3600 * 1000));
    await sweepFiles(server.app);
    assert.equal(await count(), 0);
    assert.equal(await tus.part(uploadId, 1000, Buffer.alloc(10)), 404);
    assert.equal((await filesOf('floorPlan')).length, 1, 'what was finished stays');
  });

  it('files are put in order and named, their endings stay; the same content is told wherever it is', async () => {
    const path = `/cases/${id}/materials/floorPlan/files`;
    const photo = { name: 'IMG_1.jpg', bytes: samplePhoto('one'), type: 'image/jpeg' };
    await clerk.upload(path, photo);
    await clerk.upload(`/cases/${id}/materials/equipmentLayout/files`, { ...photo, name: '同一张.jpg' });
    const view = await clerk.get(`/cases/${id}`);
    const twice = (view['materials'] as Json[])
      .flatMap((material) => material['files'] as Json[])
      .flatMap((file) => file['duplicateOf'] as Json[]);
    assert.deepEqual(
      twice.map((other) => [other['materialKey'], other['name']]),
      [['floorPlan', 'IMG_1.jpg']],
    );
    const files = await filesOf('floorPlan');
    const order = [...files].reverse().map((file, at) => ({ id: file['id'], name: `第${at + 1}页` }));
    const stale = await refusal(clerk.put(path, { files: order }, Number(view['version']) - 1));
    assert.equal(stale.status, 412);
    await clerk.put(path, { files: order }, Number(view['version']));
    assert.deepEqual(
      (await filesOf('floorPlan')).map((file) => file['name']),
      ['第1页.jpg', '第2页.pdf'],
    );
    const now = Number((await clerk.get(`/cases/${id}`))['version']);
    assert.equal((await refusal(clerk.put(path, { files: order.slice(1) }, now))).code, 'filesChanged');
  });

  it('one phone photographs into the material, once and for minutes; a second phone gets nothing', async () => {
    const opened = await clerk.post(`/cases/${id}/materials/floorPlan/captures`);
    const token = String(opened['address']).split('/').pop() ?? '';
    const phone = tus.anonymous();
    const told = await phone.post(`/public/captures/${token}`, {});
    assert.equal(JSON.stringify(told).includes(restaurant.name), false, 'nothing about anybody');
    const key = String(told['key']);
    assert.equal((await refusal(phone.post(`/public/captures/${token}`, {}))).code, 'captureTaken');
    const page = { name: 'x.jpg', bytes: samplePhoto('page'), type: 'image/jpeg' };
    const wrong = 'w'.repeat(32);
    assert.equal(
      (await refusal(phone.upload(`/public/captures/${token}/pages?key=${wrong}`, page))).code,
      'captureTaken',
    );
    assert.deepEqual(await phone.upload(`/public/captures/${token}/pages?key=${key}`, page), { pages: 1 });
    const state = await clerk.get(`/cases/${id}/captures/${String(opened['id'])}`);
    assert.deepEqual([state['state'], state['pages']], ['inUse', 1]);
    const events = (await clerk.get(`/cases/${id}/events`))['items'] as Json[];
    const actor = events.at(-1)?.['actor'] as Json;
    assert.equal(actor['name'], '申请人手机');
    assert.match(String((await filesOf('floorPlan')).at(-1)?.['name']), /平面图-01\.jpg$/);
    await phone.post(`/public/captures/${token}/finish`, { key });
    assert.equal((await refusal(phone.post(`/public/captures/${token}`, { key }))).status, 410);
    const late = await clerk.post(`/cases/${id}/materials/floorPlan/captures`);
    time.set(new Date(time.now().getTime() + 16 * 60_000));
    const path = `/public/captures/${String(late['address']).split('/').pop()}`;
    assert.equal((await refusal(phone.post(path, {}))).code, 'captureOver');
  });

  it('faces are compared only after consent, above the threshold or by hand, and no picture is kept', async () => {
    const base = `/cases/${id}/identification`;
    const agent = { person: 'agent' };
    const card = Buffer.from(samplePhoto('card')).toString('base64');
    const pictures = { card, live: card, cardNumber: '11010519491231002X' };
    const before = await server.app.models.files.countDocuments({ tenant: server.app.tenant });
    assert.equal(
      (await refusal(clerk.post(`${base}/match`, { ...agent, ...pictures }))).code,
      'matchConsentMissing',
    );
    await clerk.post(`${base}/consent`, { ...agent, given: true });
    const other = { ...agent, ...pictures, cardNumber: '110105194912310021' };
    assert.equal((await refusal(clerk.post(`${base}/match`, other))).code, 'cardOfOther');
    const live = Buffer.from(samplePhoto('somebody else')).toString('base64');
    const low = (await clerk.post(`${base}/match`, { ...agent, ...pictures, live }))[
      'identification'
    ] as Json;
    assert.equal(low['done'], false);
    assert.equal((low['match'] as Json)['threshold'], 0.8);
    const byHand = { ...agent, reason: 'belowThreshold', note: '与证件照片相比戴了眼镜' };
    const manual = (await clerk.post(`${base}/manual`, byHand))['identification'] as Json;
    assert.equal(manual['done'], true);
    assert.deepEqual((manual['manual'] as Json)['by'], '王窗口');
    const high = (await clerk.post(`${base}/match`, { ...agent, ...pictures }))['identification'] as Json;
    assert.equal((high['match'] as Json)['passed'], true);
    // Without consent: the equal way.
    await clerk.post(`${base}/consent`, { ...agent, given: false });
    assert.equal(
      (await refusal(clerk.post(`${base}/match`, { ...agent, ...pictures }))).code,
      'matchConsentMissing',
    );
    assert.equal(
      (await refusal(clerk.post(`${base}/manual`, { ...agent, reason: 'belowThreshold' }))).status,
      409,
      'after the refusal there is no comparison to be below',
    );
    await clerk.post(`${base}/manual`, { ...agent, reason: 'consentRefused' });
    assert.equal(await server.app.models.files.countDocuments({ tenant: server.app.tenant }), before);
    const stored = JSON.stringify(await server.app.models.cases.findOne({ _id: id }).lean());
    assert.equal(stored.includes(card.slice(0, 200)), false);
    assert.equal(stored.includes('眼镜'), false, 'the note is sealed');
    const events = (await clerk.get(`/cases/${id}/events`))['items'] as Json[];
    const told = events.map((event) => String((event['text'] as Json)['zh-CN']));
    assert.ok(
      told.some((text) => /代办人.*分值 0\.31，阈值 0\.8/.test(text)),
      told.join('\n'),
    );
    assert.ok(told.some((text) => text.includes('比对分值低于阈值')));
    // Somebody else acts now: recognised anew.
    const view = await clerk.get(`/cases/${id}`);
    const changed = await clerk.patch(`/cases/${id}`, Number(view['version']), { agent: null });
    assert.equal(changed['identification'], null);
  });

  it("an agent's letter is asked for as a material, and must be in force and let them hand in", async () => {
    const letter = { scope: ['sign'], validTo: '2026-11-01' };
    const agent = { name: '李小兰', idNumber: '11010519491231002X', source: 'card', letter };
    const version = Number((await clerk.get(`/cases/${id}`))['version']);
    const view = await clerk.patch(`/cases/${id}`, version, { agent });
    const asked = (view['materials'] as Json[]).find((entry) => entry['key'] === 'authorisationLetter');
    assert.deepEqual([asked?.['status'], asked?.['required']], ['missing', true]);
    const problem = await refusal(clerk.post(`/cases/${id}/receive`));
    assert.deepEqual(
      (problem.problem['errors'] as Json[]).map((error) => error['path']),
      ['agent.letter.scope', 'agent.letter.validTo'],
    );
    const right = { ...agent, letter: { scope: ['submit', 'receive'], validTo: '2027-03-31' } };
    const renewed = await clerk.patch(`/cases/${id}`, Number(view['version']), { agent: right });
    assert.equal((await clerk.post(`/cases/${id}/receive`))['state'], 'received');
    const missing = await refusal(clerk.post(`/cases/${id}/accept`));
    assert.ok(JSON.stringify(missing.problem['errors']).includes('authorisationLetter'));
    assert.ok(Number(renewed['version']) > version);
  });

  it('what an earlier application said is filled in with its source, and changed only with a reason', async () => {
    const next = await clerk.post('/cases', {
      packCode: 'scjg-food',
      operation: 'new',
      applicant: { ...restaurant, source: 'card' },
      area: { town: 't005' },
    });
    const path = `/cases/${String(next['id'])}`;
    const { offers } = (await clerk.get(`${path}/known`)) as { offers: Json[] };
    assert.equal(offers.length, 1);
    assert.equal(offers[0]?.['source'], 'case');
    const taken = await clerk.put(`${path}/known`, { offers: [offers[0]?.['id']] }, Number(next['version']));
    const data = taken['formData'] as Json;
    assert.equal(data['operatorName'], restaurant.name);
    assert.equal('declared' in data, false, 'a declaration is made anew');
    const changed = {
      ...data,
      contactName: '王新',
      declared: true,
      equipment: [{ equipmentName: '冷藏柜', quantity: 4 }],
    };
    const saved = await clerk.patch(path, Number(taken['version']), { formData: changed });
    const refused = await refusal(clerk.post(`${path}/receive`));
    assert.deepEqual(
      (refused.problem['errors'] as Json[]).map((error) => [error['path'], error['rule']]),
      [['contactName', 'changeReason']],
    );
    await clerk.patch(path, Number(saved['version']), {
      formReasons: { contactName: { key: 'changedSince', note: '换了联系人' } },
    });
    assert.equal((await clerk.post(`${path}/receive`))['state'], 'received');
    const { filled } = (await clerk.get(`${path}/known`)) as { filled: Json[] };
    const entry = filled.find((one) => one['field'] === 'contactName');
    assert.equal(entry?.['changed'], true);
    assert.deepEqual(entry?.['reason'], { key: 'changedSince', note: '换了联系人' });
    const events = (await clerk.get(`${path}/events`))['items'] as Json[];
    const told = events.map((event) => String((event['text'] as Json)['zh-CN']));
    assert.ok(
      told.some((text) => /更改由以往办件预填.*情况已变化/.test(text)),
      told.join('\n'),
    );
    assert.equal(JSON.stringify(events).includes('王新'), false, 'no values in the audit');
  });
});

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A PNG that says it has so many pixels, in a few bytes. */
function pngHeader(width: number, height: number): Buffer {
  const head = Buffer.alloc(25);
  head.writeUInt32BE(13, 0);
  head.write('IHDR', 4, 'latin1');
  head.writeUInt32BE(width, 8);
  head.writeUInt32BE(height, 12);
  head.set([8, 0, 0, 0, 0], 16);
  const data = deflateSync(Buffer.alloc(100));
  const body = Buffer.alloc(data.length + 12);
  body.writeUInt32BE(data.length, 0);
  body.write('IDAT', 4, 'latin1');
  body.set(data, 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), head, body]);
}

function refusal(attempt: Promise<unknown>): Promise<ApiProblem> {
  return attempt.then(
    () => assert.fail('was not refused'),
    (error: unknown) => {
      assert.ok(error instanceof ApiProblem, String(error));
      return error;
    },
  );
}
