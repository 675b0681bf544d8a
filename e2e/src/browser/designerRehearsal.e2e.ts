import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { closeBrowser, openVisit } from './openVisit.ts';
import { press, tabTo, writeInto } from './reachByKeyboard.ts';
import { signInThere } from './signInThere.ts';

const packCode = 'csglw-signboard';

describe('rehearsing a draft', () => {
  after(closeBrowser);

  it('changes a pack, does a case with it from the window to the decision, keeps it as a scenario and runs it', async () => {
    const visit = await openVisit();
    const { page } = visit;
    await signInThere(visit, 'designer');
    await page.getByRole('heading', { name: '流程设计' }).waitFor();
    await visit.go(`/designer/${packCode}`);
    const findings = page.getByRole('region', { name: '检查结果' });
    await findings.getByRole('status').filter({ hasNotText: '正在检查' }).waitFor();

    // The draft: another name of the only step.
    const outline = page.getByRole('navigation', { name: '元素清单' });
    await press(page, outline.getByRole('button', { name: /人工任务/ }), { most: 120 });
    const panel = page.getByRole('region', { name: '属性' });
    await writeInto(page, panel.getByRole('textbox', { name: '名称', exact: true }), '现场指导');
    await page.keyboard.press('Enter');
    await outline.getByRole('button', { name: '现场指导' }).waitFor();

    // From the window to the decision, with an hour in between.
    await press(page, page.getByRole('button', { name: /^演\s*练$/ }), { back: true, most: 150 });
    const drawer = page.getByRole('dialog', { name: /^演练：/ });
    const receive = drawer.getByRole('button', { name: /^收\s*件$/ });
    await receive.waitFor({ timeout: 30_000 });
    await visit.look('rehearsal-intake');
    await press(page, receive, { most: 120 });
    const accept = drawer.getByRole('button', { name: /^受\s*理$/ });
    await accept.waitFor({ timeout: 20_000 });
    await press(page, accept, { most: 120 });
    await drawer.getByRole('heading', { name: '现场指导' }).waitFor({ timeout: 20_000 });
    await press(page, drawer.getByRole('button', { name: '过 1 小时' }), { back: true, most: 120 });
    await drawer.getByText(/现在是 2026\/11\/02 11:00/).waitFor();
    await visit.look('rehearsal-task');

    const form = drawer.locator('.ow-form');
    for (const group of await form.getByRole('radiogroup').all()) {
      await tabTo(page, group.getByRole('radio').first(), { most: 120 });
      await page.keyboard.press('Space');
    }
    await writeInto(page, form.getByRole('textbox').last(), '门楣招牌高度不超过 1 米。');
    await press(page, drawer.getByRole('button', { name: '可以按意见设置' }));
    await drawer.getByText('现在没有待办的环节。').waitFor({ timeout: 20_000 });
    await visit.look('rehearsal-decided');

    // Kept as a scenario of the draft, and run.
    await press(page, drawer.getByRole('button', { name: '保存为场景' }), { back: true, most: 150 });
    const keeping = page.getByRole('dialog', { name: '保存为场景' });
    await writeInto(page, keeping.getByLabel('文件名'), 'kept-by-rehearsal');
    await writeInto(page, keeping.getByLabel('场景名称'), '演练留下的场景');
    await writeInto(page, keeping.getByLabel('英文名称'), 'Kept from a rehearsal');
    await visit.look('rehearsal-keep');
    await press(page, keeping.getByRole('button', { name: '放入草稿' }));
    await page.getByText('已放入草稿：scenarios/kept-by-rehearsal.yaml').waitFor();
    await drawer.waitFor({ state: 'hidden' });

    const tab = page.getByRole('tab', { name: '场景' });
    await tabTo(page, page.getByRole('tab', { selected: true }), { most: 150 });
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    assert.equal(await tab.getAttribute('aria-selected'), 'true');
    await press(page, page.getByRole('button', { name: /^运\s*行\s*演练留下的场景$/ }));
    await page.getByText('1 个通过，0 个未通过').waitFor({ timeout: 120_000 });
    await page.getByRole('table', { name: '没有场景经过' }).getByText('制发意见告知书').first().waitFor();
    await visit.look('scenarios-run');
    await press(page, page.getByRole('button', { name: '在流程图上显示' }), { most: 120 });
    await page.locator('.owd-covered').first().waitFor();
    await page.locator('.owd-uncovered').first().waitFor();
    await visit.look('scenarios-coverage');

    // A colleague opens the pack: sees who is there, reads the draft, and takes it over.
    const other = await openVisit();
    const colleague = other.page;
    await signInThere(other, 'designer2');
    await colleague.getByRole('heading', { name: '流程设计' }).waitFor();
    await other.go(`/designer/${packCode}`);
    await colleague.getByText(/另有 1 人打开此办事包：吴设计（.*正在修改）/).waitFor({ timeout: 30_000 });
    await press(colleague, colleague.getByRole('button', { name: /^查\s*看\s*吴设计$/ }));
    await colleague.getByRole('dialog', { name: '吴设计的草稿（只读）' }).waitFor();
    await other.look('together-draft');
    await colleague.keyboard.press('Escape');
    await press(colleague, colleague.getByRole('button', { name: /^并入我的草稿\s*吴设计$/ }));
    const merging = colleague.getByRole('dialog', { name: '并入吴设计的修改' });
    await merging.getByText('scenarios/kept-by-rehearsal.yaml').waitFor();
    await other.look('together-merge');
    await press(colleague, merging.getByRole('button', { name: /^并\s*入$/ }));
    await colleague.getByText('已并入，发布前请再看一遍检查结果。').waitFor();
    await colleague
      .getByRole('navigation', { name: '元素清单' })
      .getByRole('button', { name: '现场指导' })
      .waitFor({ timeout: 20_000 });
    await other.look('together-merged');
    await page.getByText(/另有 1 人打开此办事包：钱设计/).waitFor({ timeout: 20_000 });

    // The saves of the draft, compared with what is edited now.
    await press(page, page.getByRole('button', { name: '草稿历史' }), { back: true, most: 150 });
    const saves = page.getByRole('dialog', { name: '草稿历史' });
    await press(page, saves.getByRole('button', { name: /^与现在比较/ }).last(), { most: 80 });
    await saves.getByText(/处差异/).waitFor({ timeout: 20_000 });
    await visit.look('draft-history');
    await other.close();
    await visit.close();
  });
});
