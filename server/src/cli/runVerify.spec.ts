import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { composeDocument, createDevelopmentAuthority, signPdf, statutoryTemplate } from '@onewindow/signing';
import { runVerify } from './runVerify.ts';

describe('onewindow verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onewindow-verify-'));
  const at = (name: string) => join(folder, name);
  const body = { uscc: '111101159000000147', name: '大兴区市场监督管理局' };

  before(async () => {
    const now = () => new Date();
    const authority = await createDevelopmentAuthority({ directory: at('ours'), now });
    const stranger = await createDevelopmentAuthority({ directory: at('theirs'), now });
    const composed = await composeDocument(statutoryTemplate('extensionNotice'), {
      number: '1',
      body,
      issuedDay: '2026-11-23',
      at: now(),
      qr: { text: 'https://example.org', caption: '查询' },
      values: {
        applicantName: '甲',
        caseNo: '1',
        dueDay: '2026年12月1日',
        extension: '5个工作日',
        itemName: '食品经营许可',
        legalBasis: '第四十二条',
        operationName: '新办',
        reason: '需要核实',
      },
    });
    const signed = await signPdf({
      pdf: composed.pdf,
      signer: await authority.sealFor(body),
      tsa: authority.timeStampAuthority,
      reason: '延长',
      signingTime: now(),
      fieldName: 'seal',
      certify: true,
    });
    const altered = Buffer.from(signed);
    altered[300] = (altered[300] ?? 0) ^ 1;
    writeFileSync(at('signed.pdf'), signed);
    writeFileSync(at('altered.pdf'), altered);
    writeFileSync(at('unsigned.pdf'), composed.pdf);
    writeFileSync(at('text.pdf'), 'not a pdf');
    writeFileSync(at('root.pem'), authority.rootPem);
    writeFileSync(at('other.pem'), stranger.rootPem);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [file, trust, code, meaning] of [
    ['signed.pdf', 'root.pem', 0, 'intact, unmodified and trusted'],
    ['signed.pdf', 'other.pem', 2, 'intact but under another root'],
    ['signed.pdf', undefined, 2, 'intact, no root given'],
    ['altered.pdf', 'root.pem', 1, 'altered'],
    ['unsigned.pdf', 'root.pem', 1, 'not signed'],
    ['text.pdf', 'root.pem', 1, 'no PDF'],
    ['missing.pdf', 'root.pem', 1, 'no such file'],
    ['signed.pdf', 'text.pdf', 1, 'a trust file without certificates'],
  ] as const) {
    it(`exit ${code}: ${meaning}`, async () => {
      const given = { file: at(file), trust: trust === undefined ? undefined : at(trust), language: 'en' };
      assert.equal(await runVerify(given), code);
    });
  }
});
