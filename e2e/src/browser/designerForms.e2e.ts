import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { closeBrowser, openVisit, type Visit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const packCode = 'form-studio';

/** The designer at the pack. */
async function openDesigner(): Promise<Visit> {
  const visit = await openVisit();
  await signInThere(visit, 'designer');
  await visit.page.getByRole('heading', { name: '流程设计' }).waitFor();
  await visit.go(`/designer/${packCode}`);
  await visit.page.getByRole('region', { name: '检查结果' }).waitFor({ timeout: 60_000 });
  return visit;
}

/** Goes to a tab of the designer with the keyboard. */
async function openTab(page: Page, name: string): Promise<void> {
  // The focused tab also says which of how many it is.
  const tab = page.getByRole('tab', { name });
  await tabTo(page, page.getByRole('tab', { selected: true }).first(), { back: true, most: 150 });
  for (let presses = 0; presses < 12 && !(await isFocused(tab)); presses += 1)
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
}

const isFocused = (target: Locator) =>
  target.evaluate(
    (element: { ownerDocument: { activeElement: unknown } }) =>
      element.ownerDocument.activeElement === element,
  );

/** Chooses in a native select, by its label, as typing does. */
async function choose(page: Page, select: Locator, label: string): Promise<void> {
  await tabTo(page, select, { most: 120 });
  const options = await select.locator('option').allTextContents();
  const wanted =
    options.find((option) => option === label) ?? options.find((option) => option.includes(label));
  assert.ok(wanted !== undefined, `${label} is none of ${options.join()}`);
  await select.selectOption({ label: wanted });
}

const button = (at: Page | Locator, name: string | RegExp) => at.getByRole('button', { name, exact: true });

describe('forms, conditions and routing in the designer', () => {
  before(async () => {
    const designer = await as('designer');
    await designer.post('/packs', {
      packCode,
      name: { 'zh-CN': '表单练习', en: 'Form studio' },
      template: 'scjg-food',
    } as unknown as Json);
  });
  after(closeBrowser);

  it('makes a form of five kinds of fields with a rule, without a mouse', async () => {
    const visit = await openDesigner();
    const { page } = visit;
    await openTab(page, '表单');
    await page.getByRole('navigation', { name: '字段清单' }).waitFor({ timeout: 30_000 });
    await visit.look('designer-forms');
    await press(page, button(page, '新建表单'), { most: 120 });
    const making = page.getByRole('dialog', { name: '新建表单' });
    await writeInto(page, making.getByLabel('表单名称'), '开工信息');
    await writeInto(page, making.getByLabel('英文名称'), 'Start of work');
    await writeInto(page, making.getByLabel(/文件名/), 'work-start');
    await page.keyboard.press('Enter');
    await making.waitFor({ state: 'hidden' });
    const outline = page.getByRole('navigation', { name: '字段清单' });
    const panel = page.getByRole('region', { name: '字段属性' });
    for (const kind of ['文字', '单选', '金额', '日期', '统一社会信用代码']) {
      await press(page, button(outline, '添加字段'), { most: 150 });
      const dialog = page.getByRole('dialog', { name: '添加字段' });
      await dialog.getByLabel('查找字段类型').waitFor();
      await writeInto(page, dialog.getByLabel('查找字段类型'), kind);
      if (kind === '单选') await visit.look('designer-add-field');
      await press(page, button(dialog, kind));
      await dialog.waitFor({ state: 'hidden' });
      await panel.getByRole('heading', { name: kind }).waitFor();
    }
    // Names in both languages, required, shown when.
    await press(page, outline.getByRole('button', { name: /金额/ }), { back: true, most: 150 });
    await writeInto(page, panel.getByRole('textbox', { name: '名称（中文）' }), '工程造价');
    await writeInto(page, panel.getByRole('textbox', { name: '名称（英文）' }), 'Cost of the work');
    await tabTo(page, panel.getByRole('checkbox', { name: '必填' }));
    await page.keyboard.press('Space');
    await choose(page, panel.getByRole('combobox', { name: '显示方式' }), '满足条件时显示');
    await choose(page, panel.getByRole('combobox', { name: '依据' }), '单选');
    await choose(page, panel.getByRole('combobox', { name: '值' }), '是');
    await panel.getByText('当 单选 是 “是”').waitFor();
    await visit.look('designer-field');
    // The order, by keys alone.
    const cost = outline.getByRole('button', { name: /工程造价/ });
    await tabTo(page, cost, { back: true, most: 150 });
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('已上移：工程造价').waitFor();
    await outline.getByRole('listitem').nth(1).getByText('工程造价').waitFor();
    // Seen as by those who meet it.
    const view = page.getByRole('radio', { name: '编辑' });
    await tabTo(page, view, { back: true, most: 60 });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.locator('.ow-form').getByText('统一社会信用代码').first().waitFor();
    assert.equal(await page.locator('.owd-paper').getByText('工程造价').count(), 0, 'hidden by its rule');
    await page.locator('.owd-paper').getByLabel('是', { exact: true }).check();
    await page.locator('.owd-paper').getByText('工程造价').first().waitFor();
    await press(page, button(page, '检查填写内容'), { back: true, most: 60 });
    await page.locator('.owd-paper').getByText('请填写工程造价').first().waitFor();
    await visit.look('designer-form-preview');
    await page.locator('.owd-preview').getByText('English', { exact: true }).click();
    await page.locator('.owd-paper').getByText('Cost of the work').first().waitFor();
    await page.getByText('申请人（手机）').click();
    // The canvas, which was passed by, leaves the look of forms alone.
    const star = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('.owd-paper .field-required'), '::after').content`,
    );
    assert.match(star, /\*/);
    await visit.look('designer-form-phone');
    // Form.io's own canvas is there for those who like to drag.
    await page.locator('.owd-formwork > .ant-segmented').getByText('表单画布', { exact: true }).click();
    await page.locator('.formarea').getByText('工程造价').waitFor({ timeout: 30_000 });
    await visit.look('designer-form-canvas');
    // What could be better.
    await page.locator('.owd-formwork > .ant-segmented').getByText('检查', { exact: true }).click();
    await page.getByText('处可以改进').or(page.getByText('没有需要改进的地方')).waitFor();
    await visit.look('designer-form-check');
    await visit.close();
  });

  it('says when a way is taken by any and all, and tries it out', async () => {
    const visit = await openDesigner();
    const { page } = visit;
    const outline = page.getByRole('navigation', { name: '元素清单' });
    const flow = outline.getByRole('button', { name: /连线.*通过/ });
    await flow.waitFor({ timeout: 30_000 });
    await press(page, flow, { most: 150 });
    const panel = page.getByRole('region', { name: '属性' });
    await panel.getByText('当 办理结果 是 “审查通过”').waitFor();
    await press(page, button(panel, '添加一组'), { most: 150 });
    const fields = panel.getByRole('combobox', { name: '依据' });
    await choose(page, fields.nth(1), '主体业态');
    await choose(page, panel.getByRole('combobox', { name: '比较' }).nth(1), '是其中之一');
    await tabTo(page, panel.getByRole('checkbox', { name: '集中用餐单位食堂' }));
    await page.keyboard.press('Space');
    await press(page, button(panel, '添加条件').first());
    await choose(page, fields.nth(2), '经营场所面积');
    await choose(page, panel.getByRole('combobox', { name: '比较' }).nth(2), '不小于');
    await writeInto(page, panel.getByRole('textbox', { name: '值' }), '500');
    await page.keyboard.press('Enter');
    await panel.getByText(/并且（主体业态 是 .*，或者经营场所面积.* 不小于 500）/).waitFor();
    await visit.look('designer-condition');
    await press(page, panel.getByText('试一试'), { most: 60 });
    const tried = panel.locator('.owd-try');
    await choose(page, tried.getByRole('combobox', { name: '办理结果' }), '审查通过');
    await choose(page, tried.getByRole('combobox', { name: '主体业态' }), '食品销售经营者');
    await tried.getByText(/还要知道：经营场所面积/).waitFor();
    await writeInto(page, tried.getByRole('textbox', { name: /经营场所面积/ }), '620');
    await page.keyboard.press('Enter');
    await tried.getByText(/会走：通过/).waitFor();
    await visit.look('designer-condition-tried');
    // One step of undo each, back to what it was.
    await page
      .getByRole('region', { name: '检查结果' })
      .getByRole('status')
      .filter({ hasNotText: '正在检查' })
      .waitFor();
    await visit.close();
  });

  it('adds a row to a decision table and tries it out', async () => {
    const visit = await openDesigner();
    const { page } = visit;
    await openTab(page, '路由');
    await page.getByRole('region', { name: '承办部门' }).waitFor({ timeout: 30_000 });
    await page.getByText('没有遗漏，也没有重叠').waitFor();
    await visit.look('designer-routing');
    await press(page, page.getByRole('button', { name: '第 2 行' }), { most: 120 });
    await press(page, button(page, '在上面添加一行'), { most: 60 });
    await page.getByText('已添加第 2 行').waitFor();
    await page.getByRole('button', { name: '第 2 行没有填结果' }).waitFor();
    const row = page.getByRole('region', { name: '第 2 行' });
    const cells = row.getByRole('group');
    await choose(page, cells.nth(0).getByRole('combobox', { name: '要求' }), '是其中之一');
    await tabTo(page, cells.nth(0).getByRole('checkbox', { name: '集中用餐单位食堂' }));
    await page.keyboard.press('Space');
    await visit.look('designer-routing-row');
    await choose(page, row.getByRole('combobox', { name: '结果' }), '黄村镇');
    await page.getByText('没有遗漏，也没有重叠').waitFor();
    const tried = page.getByRole('region', { name: '试一试' });
    await choose(page, tried.getByRole('combobox', { name: '主体业态' }), '集中用餐单位食堂');
    await tried.getByText(/符合第 2 行，结果：.*黄村镇/).waitFor();
    await visit.look('designer-routing-tried');
    await visit.close();
  });
});
