import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ROOT } from '../console/paths.ts';
import { ApiClient, ApiProblem, type Json } from '../journey/apiClient.ts';
import {
  decisionGranted,
  deliveryAtWindow,
  reviewPassed,
  samplingOrder,
  samplingResult,
} from '../journey/foodLicense.ts';
import {
  acceptCase,
  completeInspection,
  completeStep,
  demoPassword,
  draftFoodLicense,
  findTask,
  signIn,
} from '../journey/steps.ts';
import { expectEqual, expectTrue, timed } from './timed.ts';

// `npm run demo`: the whole journey through the public API against a running `npm start`. Address: DEMO_URL, else PORT.
// What it keeps goes to DEMO_OUT, else out/demo.
const base = process.env['DEMO_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? '8380'}`;
const out = resolve(process.env['DEMO_OUT'] || join(ROOT, 'out', 'demo'));
const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
const save = (name: string, content: string | Uint8Array) => writeFileSync(join(out, name), content);

try {
  mkdirSync(out, { recursive: true });
  await run();
  process.stdout.write(`演示完成 / demonstration complete: ${relative(ROOT, out)}/\n`);
} catch (error) {
  const cause = error instanceof Error ? error.cause : undefined;
  const hint =
    cause instanceof TypeError && cause.message.includes('fetch')
      ? ` — is \`npm start\` running at ${base}?`
      : '';
  process.stderr.write(
    `演示失败 / demonstration failed: ${error instanceof Error ? error.message : String(error)}${hint}\n`,
  );
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const [clerk, approver, supervisor, designer] = await timed('四个岗位登录 sign in as four roles', () =>
    Promise.all([
      signIn(base, 'clerk'),
      signIn(base, 'approver'),
      signIn(base, 'supervisor'),
      signIn(base, 'designer'),
    ]),
  );
  const applicant = new ApiClient(base);
  await timed('拼音首字母找到事项 find the item by pinyin initials', async () => {
    const found = (await clerk.get('/items?query=spjyxk'))['items'] as Json[];
    expectEqual(found[0]?.['packCode'], 'scjg-food', 'item found');
  });
  const draft = await timed('填表、交材料 draft with form and materials', () => draftFoodLicense(clerk));
  const id = String(draft['id']);
  const received = await timed('收件 receive', () => clerk.post(`/cases/${id}/receive`));
  const caseNo = String(received['caseNo']);
  const progress = `/public/progress/${String(received['progressToken'])}`;
  await timed('取接收回执 download the receipt', async () =>
    save('receipt.pdf', await document(clerk, id, 'receipt')),
  );
  const accepted = await timed('受理 accept, process started', () => clerk.post(`/cases/${id}/accept`));
  expectEqual(accepted['engineState'], 'started', 'process');
  await timed('取受理通知书 download the notice', async () =>
    save('notice.pdf', await document(clerk, id, 'acceptanceNotice')),
  );
  await timed('申请人查进度 the applicant looks at the progress', async () => {
    const view = await applicant.get(progress);
    expectEqual(view['caseNo'], caseNo, 'progress');
    expectTrue(!JSON.stringify(view).includes('兴旺'), 'progress page shows no personal data');
  });
  await timed('审查 review', () =>
    completeStep(approver, caseNo, 'review', { outcome: 'pass', formData: reviewPassed }),
  );
  await timed('现场核查，上传照片（时限照算）inspection with a photo, the clock runs', () =>
    completeInspection(approver, caseNo, { outcome: 'sample', day: today }),
  );
  await timed('送检，时限暂停 sampling ordered, the clock pauses', async () => {
    await completeStep(approver, caseNo, 'arrangeSampling', { outcome: 'arranged', formData: samplingOrder });
    expectEqual(await promised(clerk, id, 'light'), 'paused', 'light');
  });
  await timed('监察看板与催办 supervisor sees the clock and urges', async () => {
    const board = await supervisor.get('/supervision/board');
    expectTrue(Number((board['totals'] as Json)['paused']) >= 1, 'board counts the paused clock');
    await supervisor.post('/supervision/urges', {
      caseId: id,
      kind: 'reminder',
      message: '请尽快出具检验结果。',
    });
  });
  await timed('检验结果，时限恢复 result recorded, the clock runs again', async () => {
    await completeStep(approver, caseNo, 'recordSampleResult', {
      outcome: 'recorded',
      formData: samplingResult(today),
    });
    expectTrue((await promised(clerk, id, 'light')) !== 'paused', 'clock resumed');
  });
  await timed('无密码不得决定 no decision without re-authentication', () =>
    refusedWithoutPassword(approver, caseNo),
  );
  await timed('决定（再次验证身份）decision with re-authentication', () =>
    completeStep(approver, caseNo, 'decide', {
      outcome: 'grant',
      formData: decisionGranted,
      password: demoPassword,
    }),
  );
  await timed('制证 license issued, signed and stored', () => findTask(clerk, caseNo, 'deliver'));
  const licenses = (await clerk.get(`/cases/${id}`))['licenses'] as Json[];
  expectEqual(licenses.length, 1, 'exactly one license');
  const license = licenses[0] ?? {};
  await timed('下载证照 download the license', async () => {
    const cause = encodeURIComponent('窗口送达');
    save(
      'license.pdf',
      (await clerk.download(`/licenses/${String(license['id'])}/content?useCause=${cause}`)).bytes,
    );
    save('root.pem', (await applicant.download('/public/root.pem')).bytes);
  });
  await timed('任何人都能验证 anybody verifies', () => verify(applicant, clerk, license));
  await timed('送达 deliver', () =>
    completeStep(clerk, caseNo, 'deliver', { outcome: 'delivered', formData: deliveryAtWindow(today) }),
  );
  await timed('时限可解释 the clocks explained', async () => save('explain.txt', await explain(clerk, id)));
  await timed('发布新版本，在办件不变 publish a new version, running cases stay', () =>
    publishNewVersion(designer, clerk),
  );
  save('case.json', `${JSON.stringify(await clerk.get(`/cases/${id}`), null, 2)}\n`);
}

async function document(client: ApiClient, caseId: string, kind: string): Promise<Buffer> {
  const entry = ((await client.get(`/cases/${caseId}/documents`))['items'] as Json[]).find(
    (item) => item['kind'] === kind,
  );
  if (entry === undefined) throw new Error(`no document ${kind}`);
  const { bytes } = await client.download(`/cases/${caseId}/documents/${String(entry['id'])}/content`);
  expectEqual(bytes.subarray(0, 5).toString(), '%PDF-', kind);
  return bytes;
}

async function promised(client: ApiClient, caseId: string, field: string): Promise<unknown> {
  const clocks = (await client.get(`/cases/${caseId}/clocks`))['items'] as Json[];
  return clocks.find((clock) => clock['kind'] === 'promised')?.[field];
}

async function refusedWithoutPassword(approver: ApiClient, caseNo: string): Promise<void> {
  try {
    await completeStep(approver, caseNo, 'decide', { outcome: 'grant', formData: decisionGranted });
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return;
    throw error;
  }
  throw new Error('a decision was taken without re-authentication');
}

async function verify(applicant: ApiClient, clerk: ApiClient, license: Json): Promise<void> {
  const cause = encodeURIComponent('核验');
  const { bytes } = await clerk.download(`/licenses/${String(license['id'])}/content?useCause=${cause}`);
  const good = await applicant.upload('/public/verify', {
    name: 'license.pdf',
    bytes,
    type: 'application/pdf',
  });
  expectEqual(good['verdict'], 'trusted', 'verdict');
  expectEqual(good['hashMatchesRegistry'], true, 'registry');
  const altered = Buffer.from(bytes);
  altered[200] = (altered[200] ?? 0) ^ 1;
  const bad = await applicant.upload('/public/verify', {
    name: 'license.pdf',
    bytes: altered,
    type: 'application/pdf',
  });
  expectEqual(bad['verdict'], 'refused', 'verdict on an altered file');
}

async function explain(clerk: ApiClient, caseId: string): Promise<string> {
  const clocks = (await clerk.get(`/cases/${caseId}/clocks`))['items'] as Json[];
  const texts = await Promise.all(
    clocks.map(async (clock) => String((await clerk.get(`/clocks/${String(clock['id'])}/explain`))['text'])),
  );
  return `${texts.join('\n\n')}\n`;
}

async function publishNewVersion(designer: ApiClient, clerk: ApiClient): Promise<void> {
  const running = await draftFoodLicense(clerk);
  await acceptCase(clerk, String(running['id']));
  const pack = await designer.get('/packs/scjg-food');
  const files = (pack['files'] as { path: string; text: string }[]).map((file) =>
    file.path === 'process.bpmn' ? { ...file, text: rename(file.text) } : file,
  );
  const published = await designer.post('/packs/scjg-food/versions', {
    files,
    baseVersion: pack['version'],
    note: '演示：修改环节名称',
  });
  const fresh = await draftFoodLicense(clerk, { materials: false });
  expectEqual(fresh['packVersion'], published['version'], 'a new case uses the new version');
  expectEqual(
    (await clerk.get(`/cases/${String(running['id'])}`))['packVersion'],
    running['packVersion'],
    'a running case stays',
  );
  await clerk.delete(`/cases/${String(fresh['id'])}`);
  await clerk.post(`/cases/${String(running['id'])}/withdraw`, { reason: '演示结束' });
}

/** Changes the documentation of the process, so that the new version has content of its own. */
function rename(bpmn: string): string {
  return bpmn.replace(/(<bpmn:documentation>)/, `$1${new Date().toISOString()} `);
}
