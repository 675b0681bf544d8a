import { after, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { fillVisit } from '../../../scripts/journey/visit.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { chooseRadio, press, tabTo } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

describe('several items in one visit', () => {
  after(closeBrowser);

  it('two items that no theme joins are taken in with one form and one receipt, without a mouse', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await chooseBoth(page);
    await page.getByRole('heading', { name: '一次办多件（已选 2 个事项）' }).waitFor();
    await visit.look('visit-basket');
    await press(page, page.getByRole('button', { name: '一次办理 2 个事项' }));
    await page.getByRole('heading', { name: '申请表' }).waitFor();
    await page.getByText('共同信息').first().waitFor();
    await visit.look('visit-draft', { full: true });
    // What was typed at another computer is here after a reload.
    const id = page.url().split('/').at(-1) ?? '';
    const clerk = await as('clerk');
    await fillVisit(clerk, await clerk.get(`/cases/${id}`));
    await page.reload();
    await page.getByText('必需材料已齐全').waitFor();
    await page.keyboard.press('Alt+KeyR');
    await page.getByText('已收件，回执已生成。').waitFor();
    await page.getByText('多事项申请材料接收回执').first().waitFor();
    await page
      .getByText(/承诺最迟|最迟/)
      .first()
      .waitFor();
    await visit.look('visit-received', { full: true });
    await tabTo(page, page.getByRole('button', { name: /^受理/ }), { most: 90 });
    await page.keyboard.press('Alt+KeyA');
    await page.getByText('已受理，受理通知书已生成。').waitFor();
    await visit.look('visit-accepted', { full: true });
    await visit.close();
  });

  it('a renewal is joined with a first application, and asks which license it is about, without a mouse', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'clerk');
    await chooseBoth(page);
    await chooseRadio(page, page.getByRole('radiogroup', { name: '食品经营许可 的办理类型' }), 1);
    await visit.look('visit-operations');
    await press(page, page.getByRole('button', { name: '一次办理 2 个事项' }));
    await page.getByRole('heading', { name: '食品经营许可 · 延续：针对哪本证照' }).waitFor();
    const guide = page.getByRole('region', { name: '情形引导' });
    await chooseRadio(page, guide.getByRole('radiogroup', { name: '用集中空调通风系统吗？' }), 1);
    await guide.getByText(/因为“用集中空调通风系统吗？”的回答是“不用”/).waitFor();
    await visit.look('visit-renewal', { full: true });
    await visit.close();
  });
});

/** Puts two items that have nothing to do with each other into one visit. */
async function chooseBoth(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '综合窗口' }).waitFor();
  for (const name of ['食品经营许可', '公共场所卫生许可']) {
    await page.keyboard.press('Alt+KeyN');
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(name);
    await page.getByText(/找到 \d+ 个事项/).waitFor();
    await press(page, page.getByRole('button', { name: new RegExp(`^加入一次办 ?${name}`) }).first());
  }
}
