import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { closeBrowser, openVisit, type Screen, type Visit } from './openVisit.ts';
import { press, tabTo } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const packCode = 'theme-restaurant';

describe('rehearsing a theme', () => {
  after(closeBrowser);

  for (const screen of ['office', 'wide'] as const)
    it(`plays the joint visit from the receipt to its record (${screen})`, async () => {
      const { visit, drawer } = await received(screen);
      const { page } = visit;
      const accept = drawer.getByRole('button', { name: /^受\s*理$/ });
      await accept.waitFor({ timeout: 30_000 });
      await visit.look('theme-received');
      await press(page, accept, { most: 120 });
      // One card for each item that is worked on, the visit in those that come.
      await drawer.getByRole('heading', { name: /食品经营许可.* · .*材料审查/ }).waitFor({ timeout: 60_000 });
      const review = cardOf(drawer, /食品经营许可.* · .*材料审查/);
      await review.getByRole('radiogroup').first().waitFor({ timeout: 20_000 });
      await visit.look('theme-accepted');
      // What comes before the visit: the review of the food license.
      for (const group of await review.getByRole('radiogroup').all()) {
        await group.getByRole('radio').first().focus();
        await page.keyboard.press('Space');
      }
      await review.getByRole('textbox', { name: /^审查意见/ }).fill('材料齐全。');
      await review.getByRole('button', { name: '审查通过' }).focus();
      await page.keyboard.press('Enter');
      const inspection = cardOf(drawer, /食品经营许可.* · 现场核查/);
      await inspection.waitFor({ timeout: 30_000 });
      await inspection.getByRole('heading', { name: '联合踏勘' }).waitFor({ timeout: 20_000 });
      await inspection.evaluate((card: { scrollIntoView(): void }) => card.scrollIntoView());
      await visit.look('theme-visit');
      // Arranged, and recorded.
      const place = inspection.getByLabel('踏勘地点');
      await place.focus();
      await page.keyboard.insertText('兴华大街一段12号');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await inspection.getByRole('button', { name: /^改\s*期$/ }).waitFor({ timeout: 20_000 });
      assert.equal(await inspection.getByLabel('踏勘地点').inputValue(), '兴华大街一段12号');
      await drawer
        .getByText('材料审查：审查通过')
        .or(drawer.getByText(/材料审查.*审查通过/))
        .first()
        .waitFor();
      await inspection.evaluate((card: { scrollIntoView(): void }) => card.scrollIntoView());
      await visit.look('theme-arranged');
      // What the department has begun to write by itself is still there when the common record is saved.
      const own = inspection.locator('.ow-form').last();
      const finding = own.getByRole('textbox').last();
      await finding.fill('操作间已封闭');
      await inspection.getByRole('button', { name: '填写共同记录' }).focus();
      await page.keyboard.press('Enter');
      const save = inspection.getByRole('button', { name: '保存共同记录' });
      const record = inspection.locator('.owr-visit .ow-form');
      await record.getByRole('textbox', { name: /^现场陪同人员/ }).waitFor();
      // Not all of it: it says what is missing, and nothing is saved.
      await record.getByRole('textbox', { name: /^踏勘日期/ }).fill('2026-11-02');
      await save.focus();
      await page.keyboard.press('Enter');
      await inspection.getByText('请填写现场陪同人员').first().waitFor();
      await visit.look('theme-record');
      const filled = {
        踏勘地点: '兴华大街一段12号1层',
        现场陪同人员: '王店长',
        市场监管人员一: '赵甲',
        市场监管人员二: '赵乙',
        消防人员一: '孙甲',
        消防人员二: '孙乙',
      };
      for (const [label, text] of Object.entries(filled))
        await record.getByRole('textbox', { name: new RegExp(`^${label}`) }).fill(text);
      await save.focus();
      await page.keyboard.press('Enter');
      await inspection.getByText('共同记录已保存，已带入各部门的记录。').waitFor({ timeout: 20_000 });
      assert.equal(
        await own.getByRole('textbox', { name: /^现场陪同人员|^现场负责人/ }).inputValue(),
        '王店长',
      );
      assert.equal(await finding.inputValue(), '操作间已封闭');
      await page
        .getByRole('heading', { name: /食品经营许可.* · 现场核查/ })
        .and(page.locator(':focus'))
        .waitFor();
      await visit.look('theme-recorded');
      // It is shown again to be corrected.
      await inspection.getByRole('button', { name: '修改共同记录' }).focus();
      await page.keyboard.press('Enter');
      const officer = record.getByRole('textbox', { name: /^消防人员二/ });
      await officer.waitFor();
      assert.equal(await officer.inputValue(), '孙乙');
      // Where each item stands; and the list of what can be done leads to its form.
      const items = drawer.getByRole('tab', { name: '包含的事项' });
      await items.focus();
      await page.keyboard.press('Enter');
      await drawer
        .getByText(/污水排入排水管网/)
        .first()
        .waitFor();
      const lead = drawer.getByRole('navigation', { name: '现在可以办理：' }).getByRole('button').last();
      await lead.scrollIntoViewIfNeeded();
      await visit.look('theme-items');
      await lead.focus();
      await page.keyboard.press('Enter');
      assert.match((await page.locator('h3:focus').textContent()) ?? '', / · /);
      await visit.close();
    });
});

/** A case of the theme, taken in as a scenario fills it. */
async function received(screen: Screen): Promise<{ visit: Visit; drawer: Locator }> {
  const visit = await openVisit(screen);
  const page: Page = visit.page;
  await signInThere(visit, 'designer');
  await page.getByRole('heading', { name: '流程设计' }).waitFor();
  await visit.go(`/designer/${packCode}`);
  const rehearse = page.getByRole('button', { name: /^演\s*练$/ });
  await rehearse.waitFor({ timeout: 60_000 });
  await tabTo(page, rehearse, { most: 150 });
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: /^演练：/ });
  const receive = drawer.getByRole('button', { name: /^收\s*件$/ });
  await receive.waitFor({ timeout: 60_000 });
  // The scenario of an applicant who has a business license: four departments at the same time.
  const from = drawer.getByLabel('填写内容来自');
  await tabTo(page, from, { most: 60 });
  await page.keyboard.press('Enter');
  // Its list is on the screen, also for who wants no motion.
  const list = page.locator('.ant-select-dropdown').filter({ visible: true });
  await list.waitFor();
  const place = await list.boundingBox();
  assert.ok(place !== null && place.x >= 0 && place.y >= 0, `the list is at ${JSON.stringify(place)}`);
  const wanted = page.locator('.ant-select-item-option-active').filter({ hasText: '已有营业执照' });
  for (let presses = 0; presses < 8 && (await wanted.count()) === 0; presses += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await drawer
    .getByText('北京老王家常菜餐饮有限公司')
    .first()
    .or(drawer.getByLabel('名称'))
    .first()
    .waitFor();
  await visit.look('theme-intake');
  await receive.scrollIntoViewIfNeeded();
  await press(page, receive, { most: 300 });
  return { visit, drawer };
}

/** The card of a task. */
function cardOf(drawer: Locator, title: RegExp): Locator {
  const heading = drawer.page().getByRole('heading', { name: title });
  return drawer.locator('.ant-card').filter({ has: heading }).last();
}
