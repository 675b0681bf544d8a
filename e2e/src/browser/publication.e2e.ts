import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { restaurant } from '../../../scripts/journey/foodLicense.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as, grantedCase } from './prepareCases.ts';
import { press, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

describe('open publication of decisions 公示', () => {
  after(closeBrowser);

  it('is checked and published without a mouse, found by anybody on a phone, objected to and answered', async () => {
    const { view } = await grantedCase();
    const caseNo = String(view['caseNo']);
    const office = await openVisit();
    const { page } = office;
    await signInThere(office, 'head');
    await press(page, page.getByRole('link', { name: '决定公示', exact: true }), { most: 400 });
    await page.getByRole('tab', { name: '待公示' }).waitFor();
    const line = page.getByRole('link', { name: caseNo, exact: true });
    await line.waitFor();
    await office.look('publishing-due');
    await press(page, line, { most: 400 });
    // The preview is covered: the restaurant whole, its representative not.
    const preview = page.locator('.ant-card', { hasText: '公示预览（已脱敏）' });
    await preview.getByText(restaurant.idNumber).waitFor();
    await preview.getByText('张**').waitFor();
    const documentNo = String(await preview.locator('dt:has-text("决定文书号") + dd').textContent());
    await office.look('publication-preview', { full: true });
    await press(page, page.getByRole('button', { name: '确认公示' }), { most: 200 });
    await page.getByText('已公示。').waitFor();
    const publication = page.url().split('/').at(-1) ?? '';

    const phone = await openVisit('phone');
    await phone.go('/publications');
    await writeInto(phone.page, phone.page.getByLabel('名称或文号'), documentNo);
    await phone.page.keyboard.press('Enter');
    // Other journeys publish for the same restaurant, and all of them are listed until the answer comes.
    const found = phone.page
      .getByRole('row')
      .filter({ hasText: documentNo })
      .getByRole('link', { name: restaurant.name });
    await found.waitFor();
    await phone.look('published-phone', { full: true });
    await press(phone.page, found, { most: 100 });
    await phone.page.getByText(documentNo).waitFor();
    await press(phone.page, phone.page.getByRole('button', { name: '提交异议' }), { most: 100 });
    await phone.page.getByText('请填写姓名').waitFor();
    await writeInto(phone.page, phone.page.getByLabel(/^姓名/), '张兴旺');
    await writeInto(phone.page, phone.page.getByLabel(/^联系方式/), '13800000001');
    await writeInto(phone.page, phone.page.getByLabel(/^有误之处/), '经营项目少了一项');
    await phone.look('published-entry-phone', { full: true });
    await press(phone.page, phone.page.getByRole('button', { name: '提交异议' }));
    const answer = phone.page.getByRole('link', { name: '请保存此链接，查看答复' });
    await answer.waitFor();

    await page.reload();
    await writeInto(page, page.getByLabel('对第 1 条异议的答复'), '经核对，公示内容与许可证一致。');
    await office.look('publication-objection', { full: true });
    await press(page, page.getByRole('button', { name: '更正公示' }), { most: 200, back: true });
    await page.getByRole('dialog', { name: '更正公示' }).waitFor();
    await office.look('publication-correct');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await press(page, page.getByRole('button', { name: '答复第 1 条' }), { most: 200 });
    // The choice of the same name stands there before: the answer is given when its button has gone.
    await page.getByRole('button', { name: '答复第 1 条' }).waitFor({ state: 'detached' });
    await page.getByText('异议不成立').first().waitFor();
    await press(phone.page, answer);
    await phone.page.getByText('经核对，公示内容与许可证一致。').waitFor();
    await phone.close();

    await press(page, page.getByRole('button', { name: '撤下公示' }), { most: 300, back: true });
    const dialog = page.getByRole('dialog', { name: '撤下公示' });
    await writeInto(page, dialog.getByLabel(/^理由/), '核对后重新公示');
    await office.look('publication-withdraw');
    await press(page, dialog.getByRole('button', { name: '撤下公示' }));
    await page.getByText('已撤下。').waitFor();
    const gone = await (await as('clerk'))
      .get(`/public/publications/${publication}`)
      .catch((error: Json) => error);
    assert.equal((gone as { status?: number }).status, 404);
    await office.close();
  });
});
