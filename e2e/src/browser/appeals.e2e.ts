import { after, before, describe, it } from 'node:test';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as, grantedCase, today } from './prepareCases.ts';
import { chooseRadio, press, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const paper = '（2026）京0115行初18号';

describe('a decision that a court revokes', () => {
  let id: string;
  let token: string;
  after(closeBrowser);
  before(async () => {
    const { view } = await grantedCase();
    id = String(view['id']);
    token = String(view['progressToken']);
    const approver = await as('approver');
    await approver.post(`/cases/${id}/appeals`, { kind: 'litigation', lodgedOn: today });
  });

  it('is told by the head without a mouse, and the matter goes on in a case with the time that the court names', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'head');
    await visit.go(`/cases/${id}`);
    await press(page, page.getByRole('button', { name: '登记第 1 件的结果' }), { most: 200 });
    const dialog = page.getByRole('dialog');
    await chooseRadio(page, dialog.getByRole('radiogroup', { name: '结果' }), 2);
    await dialog.getByRole('checkbox', { name: '经营项目' }).focus();
    await page.keyboard.press('Space');
    await dialog.getByLabel(/^经营项目：保留的内容/).waitFor();
    await visit.look('appeal-part-dialog');
    await chooseRadio(page, dialog.getByRole('radiogroup', { name: '结果' }), 3);
    await writeInto(page, dialog.getByLabel(/^决定书或裁判文书文号/), paper);
    await writeInto(page, dialog.getByLabel(/^重新作出的期限/), '60');
    await visit.look('appeal-result-dialog');
    await writeInto(page, dialog.getByLabel(/^理由/), '主要证据不足。');
    await writeInto(page, dialog.getByLabel(/密码/), 'onewindow-2026');
    await press(page, dialog.getByRole('button', { name: '确认结果' }));
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(paper).first().waitFor();
    await visit.look('appeal-revoked', { full: true });
    const onward = page.locator('dd').filter({ hasText: paper }).getByRole('link');
    await press(page, onward, { most: 200, back: true });
    await page.getByText('期限由文书确定，不得延长。').waitFor();
    await page.getByText(/不得以同一事实和理由再次作出/).waitFor();
    await visit.look('appeal-remade', { full: true });
    const address = page.url();
    await visit.close();
    const phone = await openVisit('phone');
    await signInThere(phone, 'head');
    await phone.go(new URL(address).pathname);
    await phone.page.getByText(paper).first().waitFor();
    await phone.look('appeal-remade-phone', { full: true });
    await phone.go(`/progress/${token}`);
    await phone.page.getByText('本事项正在重新办理，您无需再次申请。').waitFor();
    await phone.look('appeal-progress-phone', { full: true });
    await phone.close();
  });
});
