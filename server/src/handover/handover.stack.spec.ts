import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { certificatesOfPem, verifyPdf } from '@onewindow/signing';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { samplePdf } from '../../../scripts/journey/foodLicense.ts';
import { signIn } from '../../../scripts/journey/steps.ts';
import { sweepFiles } from '../files/sweepFiles.ts';
import { submissions } from '../testing/renewalOf.ts';
import { startTestServer, type TestServer, TestTime } from '../testing/startTestServer.ts';

const packCode = 'mzj-elderly-subsidy';

describe('papers that a village received on behalf of others', () => {
  const time = new TestTime('2026-11-23T10:00:00+08:00');
  let server: TestServer;
  let village: ApiClient;
  let town: ApiClient;
  let district: ApiClient;
  const cases: Json[] = [];
  let slip: Json;

  before(async () => {
    server = await startTestServer({ time, packs: [packCode], workers: false });
    village = await signIn(server.base, 'village');
    town = await signIn(server.base, 'town');
    district = await signIn(server.base, 'clerk');
    for (let at = 0; at < 2; at += 1) {
      const draft = await village.post('/cases', {
        packCode,
        operation: 'new',
        applicant: {
          kind: 'natural',
          name: '李秀英',
          idType: '111',
          idNumber: '11010519491231002X',
          phone: '13900139000',
        },
        area: { town: 't005', village: 'v005901' },
        formData: submissions[packCode]?.['forms/application.json'] ?? {},
      });
      for (const key of ['residentId', 'householdRegister', 'needProof', 'bankCard'])
        await village.upload(`/cases/${String(draft['id'])}/materials/${key}/files`, {
          name: `${key}.pdf`,
          bytes: samplePdf(key),
          type: 'application/pdf',
        });
      cases.push(await village.post(`/cases/${String(draft['id'])}/receive`));
    }
  });
  after(() => server.close());

  const lines = (material?: { key: string; count: number }) =>
    cases.map((entry, at) => ({
      caseId: entry['id'],
      materials: at === 0 && material !== undefined ? [material] : [],
    }));

  it('are listed with their originals, and go to the town or the district hall', async () => {
    const { items, targets } = await village.get('/handovers/candidates');
    assert.deepEqual(
      (targets as Json[]).map(({ id }) => id),
      ['t005', 'zwfw'],
    );
    assert.equal((items as Json[]).length, 2);
    const [first] = items as { applicantMasked: string; materials: Json[] }[];
    assert.equal(first?.applicantMasked.includes('秀英'), false, 'no clear name on the slip');
    assert.equal(first?.materials.length, 4);
  });

  it('go on a numbered slip under seal, once', async () => {
    await assert.rejects(village.post('/handovers', { to: 'scjg', cases: lines(), note: '' }), {
      code: 'handoverTarget',
    });
    await assert.rejects(town.post('/handovers', { to: 'zwfw', cases: lines(), note: '' }), {
      code: 'notFound',
    });
    await assert.rejects(district.post('/handovers', { to: 't005', cases: lines(), note: '' }), {
      code: 'handoverTarget',
    });
    const body = { to: 't005', cases: lines({ key: 'needProof', count: 2 }), note: '请于当日核对' };
    slip = await village.post('/handovers', body, { key: 'one-slip' });
    assert.equal((await village.post('/handovers', body, { key: 'one-slip' }))['number'], slip['number']);
    assert.match(String(slip['number']), /^京兴\S+005901交〔2026〕1号$/);
    await assert.rejects(village.post('/handovers', body), { code: 'papersElsewhere' });
    assert.equal(((await village.get('/handovers/candidates'))['items'] as Json[]).length, 0);
    const { bytes } = await village.download(`/handovers/${String(slip['id'])}/content`);
    const verdict = await verifyPdf({
      pdf: bytes,
      trustedRoots: certificatesOfPem(server.app.seals.trustedRoots.join('\n')),
      now: time.now(),
    });
    assert.equal(verdict.verdict, 'trusted');
    await assert.rejects(village.get(`/handovers/${String(slip['id'])}/content?paper=receipt`), {
      code: 'stateConflict',
    });
  });

  it('are counted at the town, and what differs stands in the audit of the case', async () => {
    const path = `/handovers/${String(slip['id'])}`;
    await assert.rejects(district.get(path), { code: 'notFound' });
    await assert.rejects(village.post(`${path}/receive`, { differences: [] }), { code: 'notFound' });
    const [arriving] = (await town.get('/handovers?direction=in'))['items'] as Json[];
    assert.deepEqual([arriving?.['number'], arriving?.['mayReceive']], [slip['number'], true]);
    const difference = { caseId: cases[0]?.['id'], materialKey: 'needProof', counted: 1, note: '缺复印件' };
    await assert.rejects(
      town.post(`${path}/receive`, { differences: [{ ...difference, materialKey: 'nothing' }] }),
      { code: 'handoverLine' },
    );
    time.set('2026-11-23T15:00:00+08:00');
    const received = await town.post(`${path}/receive`, { differences: [difference] });
    assert.deepEqual([received['state'], received['receivedBy']], ['received', '钱镇审']);
    await assert.rejects(town.post(`${path}/receive`, { differences: [] }), { code: 'stateConflict' });
    const said = async (entry: Json | undefined) =>
      ((await village.get(`/cases/${String(entry?.['id'])}/events`))['items'] as Json[])
        .map((event) => (event['text'] as Json)['zh-CN'])
        .slice(-2);
    assert.deepEqual(await said(cases[0]), [
      `原件 5 件随交接单 ${String(slip['number'])} 移交北京市大兴区黄村镇人民政府`,
      `交接单 ${String(slip['number'])} 的原件已接收，与单据不符：${needProof()}：应 2 件，实 1 件（缺复印件）`,
    ]);
    assert.match(String((await said(cases[1]))[1]), /已核对接收，与单据一致/);
    const receipt = await town.download(`${path}/content?paper=receipt`);
    assert.equal(receipt.bytes.subarray(0, 5).toString(), '%PDF-');
  });

  it('go on from the town to the district hall; the papers of slips survive the sweep', async () => {
    const { items, targets } = await town.get('/handovers/candidates');
    assert.deepEqual([(items as Json[]).length, (targets as Json[]).map(({ id }) => id)], [2, ['zwfw']]);
    const next = await town.post('/handovers', { to: 'zwfw', cases: [lines()[0]], note: '' });
    assert.equal(((await town.get('/handovers/candidates'))['items'] as Json[]).length, 1);
    await district.post(`/handovers/${String(next['id'])}/receive`, { differences: [] });
    assert.equal(((await district.get('/handovers/candidates'))['items'] as Json[]).length, 1);
    time.set('2026-11-26T10:00:00+08:00');
    await sweepFiles(server.app);
    const { bytes } = await village.download(`/handovers/${String(slip['id'])}/content`);
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  });

  function needProof(): string {
    const material = (slip['cases'] as { materials: Json[] }[])[0]?.materials.find(
      ({ key }) => key === 'needProof',
    );
    assert.ok(material);
    return String((material['name'] as Json)['zh-CN']);
  }
});
