import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ApiClient, Json } from '../../../scripts/journey/apiClient.ts';
import { keepPicture } from './keepPicture.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { chooseRadio, press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const name = '黄村镇便民服务中心';
const drafts: string[] = [];

/** Whatever a failed run has left at the counter goes, and the clerk of the other journeys works without one. */
async function clearCounter(town: ApiClient): Promise<void> {
  await town.post('/queue/finish').catch(() => undefined);
  await town.delete('/counter');
  for (const id of drafts) await town.delete(`/cases/${id}`).catch(() => undefined);
}

describe('the hall of a town', () => {
  let town: ApiClient;

  before(async () => {
    town = await as('town');
    await clearCounter(town);
  });
  after(async () => {
    await clearCounter(town);
    await closeBrowser();
  });

  it('is arranged without a mouse; a visitor takes a number and is called by keyboard', async () => {
    const manager = await openVisit();
    await signInThere(manager, 'hall');
    await manager.page.getByRole('heading', { name: '大厅与窗口' }).waitFor();
    await writeInto(manager.page, manager.page.getByLabel('按名称查找'), '黄村镇便民服务中心');
    await manager.look('halls');
    await press(manager.page, manager.page.getByRole('link', { name }));
    await manager.page.getByRole('heading', { name, level: 1 }).waitFor();
    await manager.look('hall', { full: true });
    await chooseRadio(manager.page, manager.page.getByRole('group', { name: '办公日' }), 1);
    await writeInto(manager.page, manager.page.locator('#hours-0-from'), '00:00');
    await writeInto(manager.page, manager.page.locator('#hours-0-to'), '24:00');
    await press(manager.page, manager.page.getByRole('button', { name: /^去掉 13:30/ }));
    await manager.page.keyboard.press('Alt+KeyS');
    await manager.page.getByText('大厅设置已保存。').waitFor();
    const dispenserAt = await manager.page.getByRole('link', { name: '取号机' }).getAttribute('href');
    await manager.close();

    const clerk = await openVisit();
    await signInThere(clerk, 'town');
    await clerk.go('/window');
    await press(clerk.page, clerk.page.getByRole('button', { name: /^签到窗口/ }));
    const dialog = clerk.page.getByRole('dialog', { name: '签到窗口' });
    await dialog.getByText(name).waitFor();
    await clerk.look('counter-sign-on');
    await press(clerk.page, dialog.getByRole('button', { name: /^签 ?到$/ }));
    const bar = clerk.page.getByRole('region', { name: '窗口叫号' });
    await bar.getByText('没有正在办理的号').waitFor();

    const screen = await openVisit();
    // No machine that tests has a loudspeaker: what is given to it is kept.
    await screen.page.addInitScript(
      'window.said = []; SpeechSynthesis.prototype.speak = (words) => { window.said.push(words.text); };',
    );
    await screen.go('/screen/t005');
    await screen.page.getByText('请到窗口办理').waitFor();
    await press(screen.page, screen.page.getByRole('button', { name: '开启语音播报' }));
    await screen.page.getByRole('button', { name: '关闭语音播报' }).waitFor();

    const dispenser = await openVisit();
    await dispenser.page.addInitScript(
      'window.print = () => { window.printed = (window.printed ?? 0) + 1; }',
    );
    await dispenser.go(String(dispenserAt));
    await dispenser.page.getByRole('heading', { name: '请选择要办的业务' }).waitFor();
    await dispenser.look('dispenser');
    assert.equal(new URL(dispenser.page.url()).hash, '', 'the key does not stay in the address');
    const answered = dispenser.page.waitForResponse((answer) => answer.url().endsWith('/tickets'));
    await dispenser.page.getByRole('button', { name: /综合服务/ }).click();
    const ticket = (await (await answered).json()) as Json;
    const number = String(ticket['number']);
    await dispenser.page.getByRole('heading', { name: number }).waitFor();
    await dispenser.look('dispenser-ticket');
    assert.equal(await dispenser.page.evaluate('window.printed'), 1, 'the paper is printed');
    await press(dispenser.page, dispenser.page.getByRole('button', { name: '完成' }));
    await press(dispenser.page, dispenser.page.getByRole('button', { name: /我有预约/ }));
    await dispenser.look('dispenser-code');
    dispenser.expects(404);
    await dispenser.page.keyboard.type('12345678');
    await dispenser.page.keyboard.press('Enter');
    await dispenser.page.getByText(/没有这个预约码/).waitFor();
    await dispenser.close();

    // The clerk's page knows of the visitor by itself; every act is a key.
    await bar.getByText('没有正在办理的号，1 人等候').waitFor();
    await clerk.page.keyboard.press('Alt+KeyQ');
    await bar.getByText(number).waitFor();
    await screen.page.getByText(`请 ${number} 到 1 号窗口`).waitFor();
    const call = `请 ${[...number].join(' ')} 号，到 1 号窗口`;
    assert.deepEqual(await screen.page.evaluate('window.said'), ['语音播报已开启', call, call]);
    await screen.look('hall-screen');
    await tabTo(clerk.page, bar.locator('summary'));
    await clerk.page.keyboard.press('Enter');
    await bar.getByRole('region', { name: '今天的排队情况' }).waitFor();
    await clerk.look('window-queue');
    await clerk.page.keyboard.press('Alt+KeyH');
    await bar.getByText('已叫 2 次').waitFor();
    const holder = await openVisit('phone');
    await holder.go(`/tickets/${String(ticket['token'])}`);
    await holder.page.getByText('请到 1 号窗口').waitFor();
    await holder.look('ticket');

    // The visitor goes into the draft that is opened now.
    await clerk.page.keyboard.press('/');
    await clerk.page.keyboard.type('spjyxk');
    await clerk.page.getByText('找到 1 个事项').waitFor();
    await clerk.page.keyboard.press('Enter');
    await clerk.page.keyboard.press('Enter');
    await clerk.page.getByRole('heading', { name: '申请表' }).waitFor();
    drafts.push(new URL(clerk.page.url()).pathname.split('/').at(-1) ?? '');
    await bar.getByText(number).waitFor();
    // Other journeys check the page of a case; its form is still being drawn here.
    await keepPicture(clerk.page, 'window-case-queue-office');
    await clerk.page.keyboard.press('Alt+KeyG');
    await bar.getByText('没有正在办理的号，0 人等候').waitFor();
    await holder.page.getByText('已办结，感谢您的到来。').waitFor();
    for (const visit of [holder, screen, clerk]) await visit.close();
  });

  it('is booked on a phone, one question a page', async () => {
    const visit = await openVisit('phone');
    const { page } = visit;
    await visit.go('/appointments');
    await page.getByLabel('按名称查找大厅').fill('黄村镇便民服务中心');
    await visit.look('booking-hall');
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { name: '选择业务' }).waitFor();
    await page.getByLabel(/不知道选哪类/).fill('spjyxk');
    await page.getByText('找到 1 个事项').waitFor();
    await visit.look('booking-group');
    await page.getByRole('link', { name: /食品经营许可/ }).click();
    await page.getByRole('heading', { name: '选择日期' }).waitFor();
    await visit.look('booking-day');
    await page.locator('.ow-choices a').nth(1).click();
    await page.getByRole('heading', { name: '选择时间' }).waitFor();
    await visit.look('booking-time');
    await page.locator('.ow-choices a').nth(20).click();
    await page.getByRole('button', { name: '确认预约' }).click();
    await page.getByText(/请输入 11 位手机号码/).waitFor();
    await visit.look('booking-confirm');
    const phone = `139${String(Date.now()).slice(-8)}`;
    await page.getByLabel(/^手机号码/).fill(phone);
    await page.getByRole('button', { name: '确认预约' }).click();
    await page.getByRole('heading', { name: '预约成功' }).waitFor();
    await visit.look('booking-done', { full: true });
    assert.equal(page.url().includes(phone), false);
    await page.getByRole('button', { name: /^取消预约/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^取消预约/ })
      .click();
    await page.getByRole('heading', { name: '预约已取消' }).waitFor();
    await visit.close();
  });
});
