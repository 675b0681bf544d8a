import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import type { Json } from '../../../scripts/journey/apiClient.ts';
import { chooseEntry } from './chooseEntry.ts';
import { closeBrowser, openVisit } from './openVisit.ts';
import { as } from './prepareCases.ts';
import { press, tabTo } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const otherCode = `csglw-flow-${process.pid}-b`;
const packCode = `csglw-flow-${process.pid}`;

describe('the flow of a pack', () => {
  after(closeBrowser);

  it('is built from the outline without a mouse: steps, a branch, who and how long; undone, laid out and exported', async () => {
    const designer = await as('designer');
    const made = [
      [packCode, '占道施工', 'Works on a road'],
      [otherCode, '占道停车', 'Parking on a road'],
    ];
    for (const [code, zh, en] of made) {
      const name = { 'zh-CN': zh, en };
      await designer.post('/packs', { packCode: code, name, template: null } as unknown as Json);
    }
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'designer');
    await visit.go(`/designer/${packCode}`);
    const outline = page.getByRole('navigation', { name: '元素清单' });
    const grid = outline.getByRole('grid', { name: '元素清单' });
    const said = page.locator('[data-announced]');
    const line = (name: RegExp) => outline.getByRole('button', { name });
    await grid.waitFor();

    // A step before the decision.
    await tabTo(page, line(/人工任务 ?审批决定/), { most: 150 });
    await add(page, { place: '“审批决定”之前', name: '材料审查' });
    await said
      .filter({ hasText: '已在“审批决定”之前添加人工办理步骤“材料审查”' })
      .waitFor({ state: 'attached' });
    await page.locator('[data-cell]:focus').filter({ hasText: '材料审查' }).waitFor();

    // Who does it, and how long it may take, in place.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await said.filter({ hasText: '“材料审查”改由主管部门 · 负责人办理' }).waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await said.filter({ hasText: '“材料审查”的时限改为5 个工作日' }).waitFor({ state: 'attached' });

    // A branch behind it; the step and its flow are in the diagram.
    await page.keyboard.press('Home');
    await add(page, { place: '“材料审查”之后另开一条分支', name: '现场核查' }, async () => {
      await visit.look('designer-flow-add');
    });
    await said.filter({ hasText: '已在“材料审查”之后的分支上添加' }).waitFor({ state: 'attached' });
    await page.locator('.djs-shape[data-element-id]').filter({ hasText: '现场核查' }).first().waitFor();
    await visit.look('designer-flow');

    // Renamed, moved where the structure allows it, told where it does not.
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('现场踏勘');
    await page.keyboard.press('Enter');
    await line(/人工任务 ?现场踏勘/).waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await said.filter({ hasText: '“现场踏勘”不能往前移' }).waitFor({ state: 'attached' });

    // Undone and done again, in words.
    await page.keyboard.press('Control+z');
    await said.filter({ hasText: '已撤销：“现场核查”已改名为“现场踏勘”' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Control+y');
    await line(/人工任务 ?现场踏勘/).waitFor();

    // The table, with everything in its column.
    await press(page, outline.getByRole('button', { name: '展开为表格' }), { back: true });
    await grid.getByRole('columnheader', { name: '由谁办理' }).waitFor();
    await visit.look('designer-flow-table');
    await press(page, outline.getByRole('button', { name: /^收\s*起$/ }), { back: true });

    // What is kept at the server is what was built.
    const findings = page.getByRole('region', { name: '检查结果' });
    await findings.getByRole('status').filter({ hasNotText: '正在检查' }).waitFor();
    await page.getByText('有未发布的修改（已保存到服务器）').waitFor();
    const kept = (await designer.get(`/packs/${packCode}/draft`))['files'] as {
      path: string;
      text: string;
    }[];
    const text = (path: string) => kept.find((file) => file.path === path)?.text ?? '';
    assert.match(text('process.bpmn'), /name="现场踏勘"/);
    assert.match(text('pack.yaml'), /材料审查[\s\S]*role: head[\s\S]*limit: 5 workday/);

    // The technical view, in Chinese, on request.
    const panel = page.getByRole('region', { name: '属性' });
    await press(page, panel.getByRole('button', { name: '技术视图' }), { most: 60 });
    await panel.getByText('人员分配').waitFor();
    const shown = await page.locator('.owd-technical').innerText();
    assert.deepEqual(
      shown.split('\n').filter((line) => /[A-Za-z]{3}/.test(line) && !/[\u4e00-\u9fff]/.test(line)),
      [],
      'no word of the technical view is left in English',
    );
    await visit.look('designer-flow-technical');
    await press(page, panel.getByRole('button', { name: '通俗视图' }), { back: true });

    // Copied into another pack, in another tab: what the step asks for comes along.
    await tabTo(page, line(/人工任务 ?材料审查/), { most: 150, back: true });
    await page.keyboard.press('Control+c');
    await said.filter({ hasText: '已复制 1 个元素' }).waitFor({ state: 'attached' });
    const second = await page.context().newPage();
    await second.goto(new URL(`/designer/${otherCode}`, page.url()).href);
    const other = second.getByRole('navigation', { name: '元素清单' });
    await tabTo(second, other.getByRole('button', { name: /开始 ?已受理/ }), { most: 150 });
    await second.keyboard.press('Control+v');
    await other.getByRole('button', { name: /人工任务 ?材料审查/ }).waitFor();
    await second.getByText('有未发布的修改（已保存到服务器）').waitFor();
    const pasted = (await designer.get(`/packs/${otherCode}/draft`))['files'] as typeof kept;
    assert.match(
      pasted.find(({ path }) => path === 'pack.yaml')?.text ?? '',
      /材料审查[\s\S]*role: head[\s\S]*limit: 5 workday/,
    );
    await second.close();

    // A walk through the flow: what is done moves the case on, and a step back takes it back.
    await press(page, page.getByRole('button', { name: /^模\s*拟$/ }), { back: true, most: 150 });
    const walk = page.getByRole('region', { name: '模拟走一遍' });
    await walk.getByText('现在在：材料审查').waitFor();
    await press(page, walk.getByRole('group', { name: '材料审查' }).getByRole('button').first(), {
      most: 20,
    });
    await walk.getByText('现在在：材料审查').waitFor({ state: 'hidden' });
    await visit.look('designer-simulation');
    await press(page, walk.getByRole('button', { name: '后退一步' }), { back: true, most: 20 });
    await walk.getByText('现在在：材料审查').waitFor();
    await press(page, walk.getByRole('button', { name: '结束模拟' }), { most: 20 });

    // Found by a part of its name.
    await press(page, page.getByRole('button', { name: '查找元素' }), { back: true, most: 150 });
    const searched = page.locator('.djs-search-open input');
    await searched.waitFor();
    await page.keyboard.insertText('踏勘');
    await page.locator('.djs-search-result').filter({ hasText: '现场踏勘' }).waitFor();
    await visit.look('designer-flow-found');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: '属性' }).getByText('现场踏勘').first().waitFor();

    // Shortcuts, and the picture as a file named after the pack.
    await page.keyboard.press('Shift+?');
    const shortcuts = page.getByRole('dialog', { name: '快捷键' });
    await shortcuts.getByText('与前面、后面的环节对调').waitFor();
    await page.keyboard.press('Escape');
    await shortcuts.waitFor({ state: 'hidden' });
    const menu = page.getByRole('button', { name: /^图\s*形$/ });
    // With a step selected, which shows the tools beside it.
    await tabTo(page, line(/人工任务 ?材料审查/), { most: 150 });
    await page.keyboard.press('Enter');
    await press(page, menu, { back: true, most: 150 });
    await chooseEntry(page, page.getByRole('menuitem', { name: '整理布局' }));
    await said.filter({ hasText: '已整理布局' }).waitFor({ state: 'attached' });
    await press(page, menu, { back: true, most: 150 });
    const downloading = page.waitForEvent('download');
    await chooseEntry(page, page.getByRole('menuitem', { name: '导出 SVG 图片' }));
    const download = await downloading;
    assert.equal(download.suggestedFilename(), '占道施工-流程图.svg');
    assert.match(await readFile(await download.path(), 'utf8'), /现场踏勘/);
    // The flow begins beside the palette, not under it.
    const edge = async (part: Locator) => (await part.boundingBox()) ?? assert.fail('it is not drawn');
    const start = await edge(page.locator('.djs-shape[data-element-id]').first());
    const palette = await edge(page.locator('.djs-palette'));
    assert.ok(start.x >= palette.x + palette.width, 'the flow begins under the palette');
    await visit.look('designer-flow-laid-out');

    // The decision is taken by whoever did the review.
    await tabTo(page, line(/人工任务 ?审批决定/), { most: 150 });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await said.filter({ hasText: '“审批决定”改由办过“材料审查”的人办理' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    const chosen = page.getByLabel('具体由谁办理').locator('option:checked');
    assert.equal(await chosen.textContent(), '办过“材料审查”的人');
    await visit.look('designer-flow-same-person');
    await visit.close();
  });
});

/** Adds a step for a person beside the line that has the focus, in the dialog. */
async function add(
  page: Page,
  { place, name }: { place: string; name: string },
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<void> {
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: /^添加/ });
  const where = dialog.getByLabel('加在哪里');
  await tabTo(page, where);
  for (let presses = 0; presses < 6; presses += 1) {
    if ((await where.evaluate<string, HTMLSelect>((box) => box.selectedOptions[0]?.text ?? '')) === place)
      break;
    await page.keyboard.press('ArrowDown');
  }
  await tabTo(page, dialog.getByLabel('名称'));
  await page.keyboard.insertText(name);
  await meanwhile();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}

interface HTMLSelect {
  readonly selectedOptions: readonly { readonly text: string }[];
}
