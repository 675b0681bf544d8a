import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { closeBrowser, openVisit, type Visit } from './openVisit.ts';
import { grantedCase, licensePdf } from './prepareCases.ts';
import { press } from './reachByKeyboard.ts';
import { readQrCode } from './readQrCode.ts';

const personal = [restaurant.name, '兴旺', restaurant.idNumber, restaurant.phone, '李小兰', '张兴旺'];

describe('the applicant and the public', () => {
  let view: Json;
  let pdf: Buffer;
  before(async () => {
    const granted = await grantedCase();
    view = granted.view;
    pdf = await licensePdf(granted.license);
  });
  after(closeBrowser);

  for (const screen of ['phone', 'office'] as const) {
    it(`shows the progress without personal data (${screen})`, async () => {
      const visit = await openVisit(screen);
      const { page } = visit;
      await visit.go(`/progress/${String(view['progressToken'])}`);
      await page.getByRole('heading', { name: '办理进度', level: 1 }).waitFor();
      await page.getByText(String(view['caseNo'])).waitFor();
      await page.getByText('窗口送达').waitFor();
      await visit.look('progress', { full: true });
      const html = await page.content();
      for (const word of personal) assert.equal(html.includes(word), false, `the page shows ${word}`);
      await visit.close();
    });

    it(`judges a genuine and a tampered license file (${screen})`, async () => {
      const visit = await openVisit(screen);
      const { page } = visit;
      await visit.go('/verify');
      await handIn(visit, 'license.pdf', pdf);
      await page.getByRole('heading', { name: '真实有效' }).waitFor();
      await page.getByText('与登记的文件一致').waitFor();
      await visit.look('verify-trusted');
      const tampered = Buffer.from(pdf);
      tampered[200] = (tampered[200] ?? 0) ^ 1;
      await handIn(visit, 'tampered.pdf', tampered);
      await page.getByRole('heading', { name: '未通过验证' }).waitFor();
      assert.equal(await page.getByText('真实有效').count(), 0);
      await visit.look('verify-refused');
      await visit.close();
    });
  }

  it('leads from the QR code on the license to its state now', async () => {
    const address = new URL(await readQrCode(pdf));
    const visit = await openVisit('phone');
    const { page } = visit;
    await visit.go(`${address.pathname}${address.search}`);
    await page.getByRole('heading', { name: '证照状态' }).waitFor();
    await page.getByText('有效', { exact: true }).first().waitFor();
    await page.getByText('大兴区市场监督管理局').first().waitFor();
    await visit.look('verify-code');

    // The same address with another content is called forged.
    const forged = new URLSearchParams(address.search);
    forged.set('h', '0'.repeat(64));
    await visit.go(`${address.pathname}?${forged}`);
    await page.getByText('无效，二维码可能被伪造').waitFor();
    await visit.look('verify-code-forged');
    await visit.close();
  });

  it('says so when a token or a license is not known', async () => {
    const visit = await openVisit('phone');
    visit.expects(404);
    await visit.go('/progress/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    await visit.page.getByRole('heading', { name: '没有找到页面' }).waitFor();
    await visit.look('progress-unknown');
    await visit.close();
  });
});

async function handIn(visit: Visit, name: string, buffer: Buffer): Promise<void> {
  const opened = visit.page.waitForEvent('filechooser');
  await press(visit.page, visit.page.getByRole('button', { name: '选择 PDF 文件' }), { most: 90 });
  await (await opened).setFiles({ name, mimeType: 'application/pdf', buffer });
}
