import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { acceptedCase, as } from './prepareCases.ts';
import { press, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

describe('the supervisor', () => {
  after(closeBrowser);

  it('goes from a number of the board to the case, sees the arithmetic of its clock and urges', async () => {
    const { id, caseNo } = await acceptedCase();
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'supervisor');
    await page.getByRole('heading', { name: '电子监察' }).waitFor();
    await page.getByRole('table').waitFor();
    await visit.look('supervision');

    // From the number of the department to the list behind it; the list is in the address.
    await press(page, page.getByRole('link', { name: /^大兴区市场监督管理局，正常 \d+ 件$/ }));
    const list = page.getByRole('table', { name: '办件清单' });
    await list.waitFor();
    assert.match(page.url(), /department=scjg&light=green/);
    await visit.look('supervision-list');
    const wanted = list.getByRole('link', { name: String(caseNo) });
    for (const more = page.getByRole('button', { name: '显示更多' }); (await wanted.count()) === 0; ) {
      await more.click();
      await page.waitForLoadState('networkidle');
    }
    await press(page, wanted, { most: 200 });
    await page.getByRole('heading', { name: `办件 ${String(caseNo)}` }).waitFor();
    await page.getByText('承诺时限').first().waitFor();
    await visit.look('supervision-case');

    // Why the clock says what it says.
    const why = page.getByRole('button', { name: /^查看计算过程 ?承诺时限/ });
    await press(page, why);
    const drawer = page.getByRole('dialog', { name: '计算过程：承诺时限' });
    await drawer.locator('ol > li').first().waitFor();
    assert.match(await drawer.locator('ol').innerText(), /工作日/);
    await visit.look('supervision-clock');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    await why.and(page.locator(':focus')).waitFor();

    // Urge; the department sees it.
    await press(page, page.getByRole('button', { name: '催办/督办' }), { back: true });
    const message = `请尽快审查办件 ${String(caseNo)}。`;
    await writeInto(page, page.getByRole('dialog').getByLabel(/^内容/), message);
    await visit.look('supervision-urge');
    await press(page, page.getByRole('dialog').getByRole('button', { name: '发送' }));
    await page.getByText('已发送。').waitFor();
    const urges = (await (await as('approver')).get('/supervision/urges?state=open'))['items'] as Json[];
    assert.ok(urges.some((urge) => urge['message'] === message && urge['caseId'] === id));
    await page.goBack();
    await list.waitFor();
    await visit.close();

    const office = await openVisit();
    await signInThere(office, 'approver');
    await office.page.getByText(message).first().waitFor();
    await office.look('inbox-urged');
    await office.close();
  });
});
