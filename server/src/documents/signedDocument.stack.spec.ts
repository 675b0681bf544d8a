import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listSeedPacks } from '@onewindow/processes';
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { decisionGranted, reviewPassed } from '../../../scripts/journey/foodLicense.ts';
import { eventually } from '../../../scripts/journey/itemCase.ts';
import {
  acceptCase,
  completeInspection,
  completeStep,
  demoPassword,
  draftFoodLicense,
  findTask,
  signIn,
} from '../../../scripts/journey/steps.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

/** One white point, as a signature is kept. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=',
  'base64',
);
const field = {
  type: 'file',
  key: 'signature',
  label: '审查人员签名',
  input: true,
  storage: 'case',
  image: true,
  filePattern: '.png',
  fileMaxSize: '2MB',
  properties: { en: 'Signed by the reviewer', signature: 'true' },
};

describe('a statutory document', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ time, packs: ['scjg-food'] });
    const food = (await listSeedPacks()).find(({ packCode }) => packCode === 'scjg-food')?.files ?? {};
    const formPath = 'forms/review.json';
    const form = JSON.parse(food[formPath] ?? '{}') as { components: object[] };
    const signed = {
      ...food,
      [formPath]: JSON.stringify({ ...form, components: [...form.components, field] }, null, 2),
      'pack.yaml': (food['pack.yaml'] ?? '')
        .replace(
          '  refusalDecision:\n',
          `  refusalDecision:
    signatures:
      - {label: {zh-CN: 审查人员：, en: 'Reviewer:'}, from: 'step.review:/signature'}
`,
        )
        .replace(
          '  fields:\n    operatorName',
          "  pictures: {reviewer: 'step.review:/signature'}\n  fields:\n    operatorName",
        ),
      'license.yaml': `${food['license.yaml']}
pictures:
  - {label: 审查人员, picture: reviewer, x: 100, y: 140, width: 70, height: 14}
`,
    };
    const files = Object.entries(signed).map(([path, text]) => ({ path, text }));
    const designer = await signIn(server.base, 'designer');
    await designer.post('/packs/scjg-food/versions', { files, baseVersion: 1, note: '印出签名' } as never);
  });
  after(() => server.close());

  it('prints the signature that a step was signed with', async () => {
    const { clerk, approver, id, caseNo } = await signedReview('reject');
    await completeStep(approver, caseNo, 'decide', {
      outcome: 'refuse',
      comment: '不符合条件。',
      formData: { ...decisionGranted, reason: '不符合条件。' },
      password: demoPassword,
    });
    await server.settle();
    const documents = (await clerk.get(`/cases/${id}/documents`))['items'] as Json[];
    const refusal = documents.find(({ kind }) => kind === 'refusalDecision');
    const { bytes } = await clerk.download(`/cases/${id}/documents/${String(refusal?.['id'])}/content`);
    assert.equal(await picturesIn(bytes), 1);
  });

  it('is drawn in the designer with a sample of each signature, and so is the license', async () => {
    const designer = await signIn(server.base, 'designer');
    const preview = async (path: string, body: object) =>
      picturesIn(
        Buffer.from(
          String((await designer.post(`/packs/scjg-food/${path}-preview`, body as Json))['pdf']),
          'base64',
        ),
      );
    const worded = { kind: 'refusalDecision', body: '不予许可。', values: {} };
    // A sample has transparent ground: PDF keeps that as a picture of its own.
    assert.equal(await preview('document', { ...worded, signatures: ['审查人员：'] }), 2);
    assert.equal(await preview('document', worded), 0);
    const files = (await designer.get('/packs/scjg-food'))['files'] as { path: string; text: string }[];
    const template = files.find(({ path }) => path === 'license.yaml')?.text ?? '';
    const fields = Object.fromEntries(
      [...template.matchAll(/\{\{fields\.(\w+)\}\}/g)].map((match) => [match[1], '示例']),
    );
    const values = {
      fields,
      identifier: '1.2.156.3005.2.X',
      licenseNo: 'JY1',
      issuer: { name: '市场监督管理局' },
      issueDay: '2026年11月23日',
      validTo: '2031年11月22日',
    };
    assert.equal(await preview('license', { template, values }), 2);
  });

  it('is not the only one: the license prints it, too', async () => {
    const { approver, id, caseNo } = await signedReview('pass');
    await completeInspection(approver, caseNo, { outcome: 'pass', day: '2026-11-23' });
    await completeStep(approver, caseNo, 'decide', {
      outcome: 'grant',
      formData: decisionGranted,
      password: demoPassword,
    });
    const { models, tenant } = server.app;
    const fileId = await eventually(
      server,
      async () => (await models.licenses.findOne({ tenant, caseId: id }).lean())?.fileId,
    );
    const bytes = await server.app.files.get({ tenant, id: fileId });
    assert.equal(await picturesIn(bytes ?? Buffer.alloc(0)), 1);
  });

  /** A case whose review has been signed and completed. */
  async function signedReview(outcome: 'pass' | 'reject') {
    const [clerk, approver] = [await signIn(server.base, 'clerk'), await signIn(server.base, 'approver')];
    const draft = await draftFoodLicense(clerk);
    const id = String(draft['id']);
    const caseNo = String((await acceptCase(clerk, id))['caseNo']);
    const path = `/tasks/${String((await findTask(approver, caseNo, 'review'))['id'])}`;
    await approver.post(`${path}/claim`);
    const file = { name: '手写签名.png', bytes: picture, type: 'image/png' };
    const { photo: _, ...signature } = await approver.upload(`${path}/files?field=signature`, file);
    const formData = { ...reviewPassed, signature: [signature] };
    await approver.post(`${path}/complete`, { outcome, comment: '审查意见。', formData });
    return { clerk, approver, id, caseNo };
  }
});

/** How many pictures a PDF has. */
async function picturesIn(bytes: Uint8Array): Promise<number> {
  const { context } = await PDFDocument.load(bytes);
  return context
    .enumerateIndirectObjects()
    .filter(([, object]) => object instanceof PDFRawStream)
    .map(([, object]) => (object as PDFRawStream).dict)
    .filter((dict) => dict.get(PDFName.of('Subtype')) === PDFName.of('Image')).length;
}
